import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import {
  type EnvironmentOptions,
  ExecutionEnvironment,
} from '../../../../infra/local/functions/execution-environment.ts';
import { temporary } from '../temporary.ts';

type Options = Partial<EnvironmentOptions> & {
  /** What the one file of its bundle is named. */
  file?: string;
};

/** An execution environment of a function whose bundle says this. It ends with the test. */
export function environmentOf(bundle: string, options: Options = {}): ExecutionEnvironment {
  const { file = 'handler.mjs', folder = temporary(), ...rest } = options;
  writeFileSync(join(folder, file), bundle);
  const environment = new ExecutionEnvironment({
    folder,
    handler: 'handler.handler',
    functionName: 'newsroom-worker',
    timeoutSeconds: 5,
    memoryMegabytes: 128,
    variables: {},
    ahead: new Float64Array(1),
    ...rest,
  });
  onTestFinished(async () => void (await environment.end()));
  return environment;
}

/** A bundle whose handler answers this. */
export const answering = (expression: string): string =>
  `export const handler = async (event, context) => ${expression};`;
