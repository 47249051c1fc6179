/**
 * `npm run redrive -- render` (`feeds`, `all`): sends the dead letters of a consumer back to its queue, in the account
 * and region of the AWS environment, for the newsroom of `--site`. With `--local`, those of the stack that runs on
 * PORT.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { SQSClient } from '@aws-sdk/client-sqs';
import { parseSiteFile } from '../shared/site-file.ts';
import { redriveLocally } from './redrive/redrive-locally.ts';
import { startMoves } from './redrive/start-moves.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { local: { type: 'boolean' }, site: { type: 'string', default: 'infra/site.json' } },
});
const [consumer] = positionals;

try {
  if (!consumer) throw new Error('Say whose dead letters: render, feeds, or all');
  const { id } = parseSiteFile(JSON.parse(readFileSync(values.site, 'utf8')));
  const lines = values.local
    ? await redriveLocally(consumer, `http://localhost:${process.env.PORT ?? 4000}`)
    : await startMoves(new SQSClient(), `${id}-service`, consumer);
  for (const line of lines) console.log(line);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
