/**
 * `npm run rebuild -- --table NAME --bus NAME`: renders the whole site again, through the queues that publications take,
 * in the account and region of the AWS environment; without names, that of the stack that runs on PORT. Whoever ends it
 * can begin it again: what was made twice is the same. See docs/decisions/rebuild.md
 */
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { SQSClient } from '@aws-sdk/client-sqs';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { parseSiteFile } from '../shared/site-file.ts';
import { localService } from './command/local-services.ts';
import { onlyTable } from './command/only-table.ts';
import { progressBar } from './command/progress.ts';
import { publicStatements } from './rebuild/public-statements.ts';
import { tellOutdated } from './rebuild/tell-outdated.ts';
import { waitingIn, waitingLocally } from './rebuild/waiting.ts';

const { values } = parseArgs({
  options: {
    table: { type: 'string' },
    bus: { type: 'string' },
    site: { type: 'string', default: 'infra/site.json' },
  },
});
const stack = `http://localhost:${process.env.PORT ?? 4000}`;

try {
  const { table, bus } = values;
  if ((table === undefined) !== (bus === undefined))
    throw new Error('Name both, --table and --bus, as the outputs of the state stack say; or none');
  const tables = DynamoDBDocumentClient.from(new DynamoDBClient(table ? {} : localService('dynamodb')));
  const events = new EventBridgeClient(bus ? {} : localService('events'));
  const { id } = parseSiteFile(JSON.parse(readFileSync(values.site, 'utf8')));
  const waiting = table ? () => waitingIn(new SQSClient(), `${id}-service`) : () => waitingLocally(stack);

  const statements = await publicStatements(tables, table ?? (await onlyTable(tables)));
  const bar = progressBar(2 * statements.length, 'steps');
  await tellOutdated(events, bus ?? 'local', statements, bar);
  // Events are on their way for a moment, and SQS counts about: one look at empty queues says little.
  for (let quiet = 0; quiet < 3; await pause(500)) {
    const left = await waiting();
    quiet = left === 0 ? quiet + 1 : 0;
    bar(2 * statements.length - Math.max(1, Math.min(left, statements.length)));
  }
  bar(2 * statements.length);
  console.log(`${statements.length} statements and their lists were made again`);
} catch (error) {
  const isUnreachable = error instanceof Error && 'code' in error && error.code === 'ECONNREFUSED';
  console.error(isUnreachable ? `No stack answers at ${stack}. Start it with npm start.` : String(error));
  process.exitCode = 1;
}
