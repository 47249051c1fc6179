import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished, vi } from 'vitest';
import { Assets } from '../../../infra/local/assets.ts';
import { LocalFunction } from '../../../infra/local/functions.ts';
import { resource } from './front/resource.ts';
import { temporary } from './temporary.ts';

type Options = {
  timeout?: number;
  memory?: number;
  env?: Record<string, string>;
  properties?: Record<string, unknown>;
  folder?: string;
};

/** A local function whose bundle says this, as a template and an asset would give it. It ends with the test. */
export function functionOf(bundle: string, options: Options = {}): LocalFunction {
  const { timeout = 5, memory = 128, env = {}, properties = {}, folder = temporary() } = options;
  mkdirSync(join(folder, 'asset.code'), { recursive: true });
  writeFileSync(join(folder, 'asset.code', 'handler.mjs'), bundle);
  writeFileSync(
    join(folder, 'code.assets.json'),
    JSON.stringify({ files: { code: { source: { path: 'asset.code' } } } }),
  );
  const given = resource(
    'Lambda::Function',
    'newsroom-worker',
    {
      Architectures: ['arm64'],
      Code: { S3Key: 'code.zip' },
      Environment: { Variables: { POWERTOOLS_SERVICE_NAME: 'worker', ...env } },
      Handler: 'handler.handler',
      LoggingConfig: {},
      MemorySize: memory,
      Role: 'role',
      Runtime: 'nodejs24.x',
      Timeout: timeout,
      ...properties,
    },
    'arn:aws:lambda:us-east-1:000000000000:function:newsroom-worker',
  );
  const endpoints = { AWS_ENDPOINT_URL_SQS: 'http://127.0.0.1:9' };
  const local = new LocalFunction(given, new Assets(folder, ['code']), endpoints, folder);
  onTestFinished(async () => {
    await local.stop();
    // Its log must have been opened before its folder goes.
    await vi.waitUntil(() => existsSync(join(folder, 'logs/worker.log')));
  });
  return local;
}
