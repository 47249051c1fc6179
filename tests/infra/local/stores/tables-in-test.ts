/** A table like the newsroom's, small, with its stream: made in a folder of the caller's choice. */
import { join } from 'node:path';
import { StreamLog } from '../../../../infra/local/stores/stream-log.ts';
import { Tables } from '../../../../infra/local/stores/tables.ts';
import { resource } from '../front/resource.ts';

export const tableName = 'heads';

export const table = (changes: Record<string, unknown> = {}) =>
  resource('DynamoDB::Table', tableName, {
    KeySchema: [
      { AttributeName: 'pk', KeyType: 'HASH' },
      { AttributeName: 'sk', KeyType: 'RANGE' },
    ],
    AttributeDefinitions: ['pk', 'sk', 'listed'].map((AttributeName) => ({
      AttributeName,
      AttributeType: 'S',
    })),
    BillingMode: 'PAY_PER_REQUEST',
    GlobalSecondaryIndexes: [
      {
        IndexName: 'by-list',
        KeySchema: [{ AttributeName: 'listed', KeyType: 'HASH' }],
        Projection: { ProjectionType: 'ALL' },
      },
    ],
    StreamSpecification: { StreamViewType: 'NEW_AND_OLD_IMAGES' },
    ...changes,
  });

/** Starts the table of a data folder; `call` is one request of the DynamoDB API. */
export async function startTables(dataDir: string, properties: Record<string, unknown> = {}) {
  const log = new StreamLog(join(dataDir, 'stream.db'));
  const tables = new Tables(dataDir, log);
  await tables.start({ resources: [table(properties)] });
  return {
    log,
    tables,
    call: async (operation: string, request: object) => {
      const { status, body } = await tables.handle(
        operation,
        JSON.stringify({ TableName: tableName, ...request }),
      );
      return { status, body: JSON.parse(body) };
    },
    stop: async () => {
      await tables.stop();
      log.close();
    },
  };
}
