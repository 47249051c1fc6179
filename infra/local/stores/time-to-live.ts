import type { Clock } from '../clock.ts';
import type { MadeTable } from './table-server.ts';
import type { Tables } from './tables.ts';

/** DynamoDB takes expired items away within days; here it is done when the clock was moved, and every hour. */
const hour = 3_600_000;

/**
 * Removes items whose time to live is over. Answers how to end that.
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/howitworks-ttl.html
 */
export function removeExpired(tables: Tables, clock: Clock): () => void {
  const look = () => {
    for (const table of tables.made)
      void removeFrom(tables, table).catch((error) => console.error(String(error)));
  };
  const timer = setInterval(look, hour).unref();
  clock.on('moved', look);
  return () => {
    clock.off('moved', look);
    clearInterval(timer);
  };
}

async function removeFrom(
  tables: Tables,
  { tableName: TableName, keyNames, timeToLive }: MadeTable,
): Promise<void> {
  if (!timeToLive) return;
  const isOver = {
    ExpressionAttributeNames: { '#until': timeToLive },
    ExpressionAttributeValues: { ':now': { N: String(Math.floor(Date.now() / 1000)) } },
  };
  const scan = { TableName, FilterExpression: '#until < :now', ...isOver };
  for await (const item of tables.scan(scan)) {
    const Key = Object.fromEntries(keyNames.map((name) => [name, item[name]]));
    // Under the condition again: it may have been given more time meanwhile.
    const removal = { TableName, Key, ConditionExpression: '#until < :now', ...isOver };
    await tables.handle('DeleteItem', JSON.stringify(removal));
  }
}
