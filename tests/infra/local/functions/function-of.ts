import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { LocalFunction, type Surroundings } from '../../../../infra/local/functions/functions.ts';
import { Assets } from '../../../../infra/local/template/assets.ts';
import { allowingAllBut } from '../allowing.ts';
import { planned } from '../faults-in-test.ts';
import { resource } from '../front/resource.ts';
import { temporary } from '../temporary.ts';

type Options = {
  timeout?: number;
  memory?: number;
  env?: Record<string, string>;
  properties?: Record<string, unknown>;
  /** What its bundle's one file is named. */
  file?: string;
  folder?: string;
  surroundings?: Partial<Surroundings>;
};

/** A local function whose bundle says this, as a template and an asset would give it. It ends with the test. */
export function functionOf(bundle: string, options: Options = {}): LocalFunction {
  const { timeout = 5, memory = 128, env = {}, properties = {}, file = 'handler.mjs' } = options;
  const { folder = temporary(), surroundings = {} } = options;
  mkdirSync(join(folder, 'asset.code'), { recursive: true });
  writeFileSync(join(folder, 'asset.code', file), bundle);
  writeFileSync(
    join(folder, 'code.assets.json'),
    JSON.stringify({ files: { code: { source: { path: 'asset.code' } } } }),
  );
  const local = new LocalFunction(
    functionResource({
      Environment: { Variables: { POWERTOOLS_SERVICE_NAME: 'worker', ...env } },
      MemorySize: memory,
      Timeout: timeout,
      ...properties,
    }),
    {
      assets: new Assets(folder, ['code']),
      endpoint: 'http://127.0.0.1:9',
      dataDir: folder,
      permissions: allowingAllBut(),
      faults: planned(),
      ahead: new Float64Array(1),
      ...surroundings,
    },
  );
  onTestFinished(() => local.stop());
  return local;
}

/** A function as the templates give it, but for these properties. */
export const functionResource = (properties: Record<string, unknown> = {}) =>
  resource(
    'Lambda::Function',
    'newsroom-worker',
    {
      Architectures: ['arm64'],
      Code: { S3Bucket: 'assets', S3Key: 'code.zip' },
      Environment: { Variables: {} },
      Handler: 'handler.handler',
      LoggingConfig: { LogGroup: 'newsroom-worker-logs' },
      MemorySize: 128,
      Role: 'arn:aws:iam::000000000000:role/newsroom-worker',
      Runtime: 'nodejs24.x',
      Timeout: 5,
      ...properties,
    },
    'arn:aws:lambda:us-east-1:000000000000:function:newsroom-worker',
  );
