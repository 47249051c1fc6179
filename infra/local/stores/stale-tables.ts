import { type Deployed, ofType } from '../template/template.ts';
import type { StreamLog } from './stream-log.ts';
import { type TableAnswer, TableServer } from './table-server.ts';
import type { Tables } from './tables.ts';

/** How far behind the copy is, in milliseconds. */
const behind = 2000;

/**
 * The tables as they were two seconds ago: what an index, or a read that isn't consistent, may answer in the cloud. A
 * copy in memory that follows the streams, and is brought up to its time before each read.
 */
export class StaleTables {
  readonly #server = new TableServer();
  readonly #log: StreamLog;
  readonly #positions = new Map<string, number>();
  #following: Promise<void> = Promise.resolve();

  private constructor(log: StreamLog) {
    this.#log = log;
  }

  /** Copies the tables as they are at the start of the stack. */
  static async open(deployed: Deployed, tables: Tables, log: StreamLog): Promise<StaleTables> {
    const stale = new StaleTables(log);
    await stale.#server.open();
    for (const table of ofType(deployed, 'AWS::DynamoDB::Table')) {
      const { tableName: TableName } = await stale.#server.make(table);
      stale.#positions.set(TableName, log.last);
      for await (const Item of tables.scan({ TableName }))
        await stale.#server.send('PutItem', { TableName, Item });
    }
    return stale;
  }

  /** Carries out a read of the DynamoDB API. */
  async handle(operation: string, body: string): Promise<TableAnswer> {
    this.#following = this.#following.then(() => this.#follow());
    await this.#following;
    return this.#server.send(operation, body);
  }

  close(): Promise<void> {
    return this.#server.close();
  }

  async #follow(): Promise<void> {
    for (const [TableName, position] of this.#positions) {
      const records = this.#log
        .after(position, TableName, 10_000)
        .filter(({ at }) => at <= Date.now() - behind);
      for (const { sequence, keys, after } of records) {
        if (after) await this.#server.send('PutItem', { TableName, Item: after });
        else await this.#server.send('DeleteItem', { TableName, Key: keys });
        this.#positions.set(TableName, sequence);
      }
    }
  }
}
