import { join } from 'node:path';
import * as z from 'zod';
import { type Deployed, ofType } from '../template/template.ts';
import type { Attributes, StreamLog } from './stream-log.ts';
import { type MadeTable, type TableAnswer, TableServer } from './table-server.ts';

const writes = new Set(['PutItem', 'UpdateItem', 'DeleteItem']);
const BatchWrite = z.object({ RequestItems: z.record(z.string(), z.unknown()) });
const reads = new Set(['GetItem', 'BatchGetItem', 'Query', 'Scan', 'DescribeTable', 'ListTables']);
const image = z.record(z.string(), z.unknown()).optional();
const Write = z.looseObject({
  TableName: z.string(),
  Key: image,
  Item: image,
  ReturnValues: z.enum(['NONE', 'ALL_OLD', 'ALL_NEW']).optional(),
  ReturnValuesOnConditionCheckFailure: z.enum(['NONE', 'ALL_OLD']).optional(),
});
type Write = z.output<typeof Write>;
const Written = z.looseObject({ Attributes: image });
const Scanned = z.object({ Items: z.array(z.record(z.string(), z.unknown())), LastEvaluatedKey: image });

/**
 * DynamoDB on this machine: dynalite behind a door of ours, which keeps the streams. Writes of one item pass one after
 * another, so that the images of a record are what was there before and after it.
 */
export class Tables {
  readonly #server: TableServer;
  readonly #log: StreamLog;
  readonly #made = new Map<string, MadeTable>();
  readonly #busy = new Map<string, Promise<unknown>>();

  constructor(dataDir: string, log: StreamLog) {
    this.#server = new TableServer(join(dataDir, 'dynamodb'));
    this.#log = log;
  }

  /** The tables that are there, since `start`. */
  get made(): MadeTable[] {
    return [...this.#made.values()];
  }

  /** Makes the tables that aren't there yet, and records what a crash left unrecorded. */
  async start(deployed: Deployed): Promise<void> {
    await this.#server.open();
    for (const table of ofType(deployed, 'AWS::DynamoDB::Table')) {
      const made = await this.#server.make(table);
      this.#made.set(made.tableName, made);
    }
    for (const { id, tableName, keys, before } of this.#log.unconcluded())
      this.#log.conclude(id, tableName, { keys, before, after: await this.#server.item(tableName, keys) });
  }

  /** Carries out a request of the DynamoDB API, whose operation and JSON body these are. */
  async handle(operation: string, body: string): Promise<TableAnswer> {
    if (writes.has(operation)) return this.#write(operation, body);
    if (reads.has(operation) || this.#isBatchWithoutStream(operation, body))
      return this.#server.send(operation, body);
    const message = `The local stack has no ${operation}; the design needs none`;
    return {
      status: 400,
      body: JSON.stringify({ __type: 'com.amazonaws.dynamodb.v20120810#UnknownOperationException', message }),
    };
  }

  /** Carries out a request that only reads. Throws `RangeError` for another. */
  async read(operation: string, body: string): Promise<TableAnswer> {
    if (!reads.has(operation)) throw new RangeError(`${operation} is no reading of a table`);
    return this.#server.send(operation, body);
  }

  /** Every item of a table, or those that a filter lets through. */
  async *scan(request: { TableName: string; FilterExpression?: string }): AsyncGenerator<Attributes> {
    let start: Attributes | undefined;
    do {
      const page = { ...request, ...(start && { ExclusiveStartKey: start }) };
      const { body } = await this.#server.send('Scan', page);
      const { Items, LastEvaluatedKey } = Scanned.parse(JSON.parse(body));
      yield* Items;
      start = LastEvaluatedKey;
    } while (start);
  }

  async stop(): Promise<void> {
    await this.#server.close();
  }

  async #write(operation: string, body: string): Promise<TableAnswer> {
    const write = Write.parse(JSON.parse(body));
    const { TableName, Key, Item } = write;
    const made = this.#made.get(TableName);
    if (made && !made.streams && !write.ReturnValuesOnConditionCheckFailure)
      return this.#server.send(operation, body);
    const names = made?.keyNames ?? [];
    // In the schema's order, whatever the caller's: they name the lock.
    const keys = Object.fromEntries(names.map((name) => [name, (Key ?? Item)?.[name]]));
    const lock = JSON.stringify([TableName, keys]);
    const before = this.#busy.get(lock);
    const turn = (async () => {
      await before?.catch(() => undefined);
      return this.#recorded(operation, write, TableName, keys);
    })();
    this.#busy.set(lock, turn);
    try {
      return await turn;
    } finally {
      if (this.#busy.get(lock) === turn) this.#busy.delete(lock);
    }
  }

  /** A stream has the images of one write at a time; so batches are taken for tables that have none. */
  #isBatchWithoutStream(operation: string, body: string): boolean {
    if (operation !== 'BatchWriteItem') return false;
    const names = Object.keys(BatchWrite.parse(JSON.parse(body)).RequestItems);
    return names.every((name) => this.#made.get(name)?.streams === false);
  }

  /** Makes a write and records it, between what was there before and what is there after it. */
  async #recorded(
    operation: string,
    write: Write,
    tableName: string,
    keys: Attributes,
  ): Promise<TableAnswer> {
    const before = await this.#server.item(tableName, keys);
    const id = this.#log.announce(tableName, keys, before);
    const asked = operation === 'UpdateItem' ? 'ALL_NEW' : 'ALL_OLD';
    const answer = await this.#server.send(operation, { ...write, ReturnValues: asked });
    if (answer.status !== 200) {
      this.#log.conclude(id, tableName, undefined);
      return write.ReturnValuesOnConditionCheckFailure === 'ALL_OLD' ? withItem(answer, before) : answer;
    }
    const { Attributes: image, ...rest } = Written.parse(JSON.parse(answer.body));
    this.#log.conclude(id, tableName, {
      keys,
      before,
      after: operation === 'UpdateItem' ? image : write.Item,
    });
    return write.ReturnValues === asked ? answer : { status: 200, body: JSON.stringify(rest) };
  }
}

/** dynalite doesn't know ReturnValuesOnConditionCheckFailure: the item that was in the way goes with the refusal. */
function withItem(answer: TableAnswer, Item: Attributes | undefined): TableAnswer {
  if (!answer.body.includes('ConditionalCheckFailedException')) return answer;
  const refusal = z.looseObject({}).parse(JSON.parse(answer.body));
  return { ...answer, body: JSON.stringify({ ...refusal, Item }) };
}
