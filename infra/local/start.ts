/** `npm start`: the deployed stack on this machine. Prints where everything is, then `ready`. */
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { SiteFileError } from '../../shared/site-file.ts';
import { DataFolderInUse } from './data-folder.ts';
import { ChaosSpecError, chaosSpec } from './faults/chaos-spec.ts';
import { postSample } from './sample.ts';
import { startStack } from './stack.ts';
import { TemplateError } from './template/template.ts';
import { untilAnswers } from './until-answers.ts';

const port = Number(process.env.PORT ?? 4000);
const dataDir = resolve(process.env.DATA_DIR ?? '.data');
const siteFile = process.env.SITE ?? 'infra/site.json';
const sampleAwaited = join(dataDir, 'sample-awaited');
const site = `http://localhost:${port}`;
/** Errors whose message says all that the operator needs. */
const operatorsErrors = [SiteFileError, TemplateError, DataFolderInUse, ChaosSpecError];

try {
  const isNew = !existsSync(join(dataDir, 'dynamodb'));
  if (isNew && process.env.SAMPLE !== '0') awaitSample();
  const chaos = chaosSpec(process.env.CHAOS);
  const enforced = process.env.PERMISSIONS !== '0';
  if (chaos) console.log(`chaos seed:${chaos.seed},rate:${chaos.rate},kinds:${chaos.kinds.join('+')}`);
  const { front, renew, stop } = await startStack({ siteFile, port, dataDir, chaos, enforced });
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.once(signal, () => void stop().then(() => process.exit(0)));
  // What dev.ts sends when a function has changed.
  process.on('message', () => void renew().catch((error: unknown) => console.error(reason(error))));
  if (existsSync(sampleAwaited)) {
    await postSample({ api: `${site}/api/v1`, siteFile, token: (person) => front.token(person) });
    rmSync(sampleAwaited);
  }
  await untilAnswers(`${site}/`);
  console.log(`site ${site}/\ndesk ${site}/desk/\napi ${site}/api/v1/\noutbox ${site}/_local/outbox/\nready`);
} catch (error) {
  console.error(reason(error));
  process.exit(1);
}

/** Notes that the sample is to be posted, for a next start too if this one is cut off. */
function awaitSample(): void {
  mkdirSync(dataDir, { recursive: true });
  writeFileSync(sampleAwaited, '');
}

/** What went wrong, in a line where the cause is the operator's to mend. */
function reason(error: unknown): string {
  if (error instanceof Error && operatorsErrors.some((kind) => error instanceof kind)) return error.message;
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')
    return `Port ${port} is taken. Set PORT to another one.`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
