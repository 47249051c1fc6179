/**
 * `npm run audit -- verify --table NAME`: checks the audit trails of all statements and previews of a table, in the
 * account and region of the AWS environment, and names the first broken link of each. `--local` checks the stack that
 * runs on PORT.
 */
import { parseArgs } from 'node:util';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { verifyTable } from './audit/verify-table.ts';
import { localService } from './command/local-services.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { local: { type: 'boolean' }, table: { type: 'string' } },
});

try {
  if (positionals[0] !== 'verify') throw new Error('Say: verify --table NAME, or verify --local');
  const client = DynamoDBDocumentClient.from(
    new DynamoDBClient(values.local ? localService('dynamodb') : {}),
  );
  const { trails, broken } = await verifyTable(client, values.table);
  for (const line of broken) console.error(line);
  console.log(`${trails} trails, ${broken.length} broken`);
  process.exitCode = broken.length === 0 ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
