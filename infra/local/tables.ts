import { once } from 'node:events';
import { Agent, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import dynalite from 'dynalite';
import * as z from 'zod';
import type { Attributes, StreamLog } from './stream-log.ts';
import { type Deployed, ofType } from './template.ts';
import { understood } from './understood.ts';

const Key = z.object({ AttributeName: z.string(), KeyType: z.enum(['HASH', 'RANGE']) });
const Index = z.strictObject({
  IndexName: z.string(),
  KeySchema: z.array(Key),
  Projection: z.object({ ProjectionType: z.literal('ALL') }),
});
/** The properties of a table that are honoured here, or that keep it from harm in the cloud alone. */
const Properties = z.strictObject({
  KeySchema: z.array(Key),
  AttributeDefinitions: z.array(z.object({ AttributeName: z.string(), AttributeType: z.string() })),
  BillingMode: z.literal('PAY_PER_REQUEST'),
  GlobalSecondaryIndexes: z.array(Index).optional(),
  StreamSpecification: z.object({ StreamViewType: z.literal('NEW_AND_OLD_IMAGES') }),
  TimeToLiveSpecification: z.unknown().optional(),
  PointInTimeRecoverySpecification: z.unknown().optional(),
  DeletionProtectionEnabled: z.unknown().optional(),
});

const writes = new Set(['PutItem', 'UpdateItem', 'DeleteItem']);
const reads = new Set(['GetItem', 'BatchGetItem', 'Query', 'Scan', 'DescribeTable']);
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

type Answer = { status: number; body: string };

/**
 * DynamoDB on this machine: dynalite behind a door of ours, which keeps the streams. Writes of one item pass one after
 * another, so that the images of a record are what was there before and after it.
 */
export class Tables {
  readonly #server: ReturnType<typeof dynalite>;
  readonly #agent = new Agent({ keepAlive: true });
  readonly #log: StreamLog;
  readonly #keyNames = new Map<string, string[]>();
  readonly #busy = new Map<string, Promise<unknown>>();

  constructor(dataDir: string, log: StreamLog) {
    this.#server = dynalite({ path: join(dataDir, 'dynamodb'), createTableMs: 0 });
    this.#log = log;
  }

  /** Makes the tables that aren't there yet, and records what a crash left unrecorded. */
  async start(deployed: Deployed): Promise<void> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    for (const table of ofType(deployed, 'AWS::DynamoDB::Table')) {
      const { physicalId, logicalId } = table;
      const { KeySchema, AttributeDefinitions, GlobalSecondaryIndexes } = understood(Properties, table);
      this.#keyNames.set(
        physicalId,
        KeySchema.map((key) => key.AttributeName),
      );
      const created = await this.#send('CreateTable', {
        TableName: physicalId,
        KeySchema,
        AttributeDefinitions,
        GlobalSecondaryIndexes,
        BillingMode: 'PAY_PER_REQUEST',
      });
      if (created.status !== 200 && !created.body.includes('ResourceInUseException'))
        throw new Error(`${logicalId}: ${created.body}`);
      while (
        !(await this.#send('DescribeTable', { TableName: physicalId })).body.includes(
          '"TableStatus":"ACTIVE"',
        )
      );
    }
    // What was there before such a write is not known; told once more as new, it harms nobody: delivery is at least once.
    for (const { id, tableName, keys } of this.#log.unconcluded())
      this.#log.conclude(id, tableName, { keys, after: await this.#item(tableName, keys) });
  }

  /** Carries out a request of the DynamoDB API, whose operation and JSON body these are. */
  async handle(operation: string, body: string): Promise<Answer> {
    if (writes.has(operation)) return this.#write(operation, body);
    if (reads.has(operation)) return this.#send(operation, body);
    const message = `The local stack has no ${operation}; the design needs none`;
    return {
      status: 400,
      body: JSON.stringify({ __type: 'com.amazonaws.dynamodb.v20120810#UnknownOperationException', message }),
    };
  }

  async stop(): Promise<void> {
    this.#agent.destroy();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #write(operation: string, body: string): Promise<Answer> {
    const write = Write.parse(JSON.parse(body));
    const { TableName, Key, Item } = write;
    const names = this.#keyNames.get(TableName) ?? [];
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

  /** Makes a write and records it. Each write is asked for the image that its caller may not have asked for. */
  async #recorded(operation: string, write: Write, tableName: string, keys: Attributes): Promise<Answer> {
    const id = this.#log.announce(tableName, keys);
    const known = operation === 'UpdateItem' ? await this.#item(tableName, keys) : undefined;
    const asked = operation === 'UpdateItem' ? 'ALL_NEW' : 'ALL_OLD';
    const answer = await this.#send(operation, { ...write, ReturnValues: asked });
    if (answer.status !== 200) {
      this.#log.conclude(id, tableName, undefined);
      return write.ReturnValuesOnConditionCheckFailure === 'ALL_OLD'
        ? this.#withItem(answer, tableName, keys)
        : answer;
    }
    const { Attributes: image, ...rest } = Written.parse(JSON.parse(answer.body));
    const [before, after] = operation === 'UpdateItem' ? [known, image] : [image, write.Item];
    this.#log.conclude(id, tableName, { keys, before, after });
    return write.ReturnValues === asked ? answer : { status: 200, body: JSON.stringify(rest) };
  }

  /** dynalite doesn't know ReturnValuesOnConditionCheckFailure: the item that was in the way goes with the refusal. */
  async #withItem(answer: Answer, tableName: string, keys: Attributes): Promise<Answer> {
    if (!answer.body.includes('ConditionalCheckFailedException')) return answer;
    const refusal = z.looseObject({}).parse(JSON.parse(answer.body));
    return { ...answer, body: JSON.stringify({ ...refusal, Item: await this.#item(tableName, keys) }) };
  }

  async #item(TableName: string, Key: Attributes): Promise<Attributes | undefined> {
    const { body } = await this.#send('GetItem', { TableName, Key, ConsistentRead: true });
    return z.object({ Item: z.record(z.string(), z.unknown()).optional() }).parse(JSON.parse(body)).Item;
  }

  async #send(operation: string, body: object | string): Promise<Answer> {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    const { port } = this.#server.address() as AddressInfo;
    const headers = {
      'Content-Type': 'application/x-amz-json-1.0',
      'Content-Length': Buffer.byteLength(text),
      'X-Amz-Target': `DynamoDB_20120810.${operation}`,
      'X-Amz-Date': '20260101T000000Z',
      // dynalite wants to see a signature and doesn't look into it.
      Authorization:
        'AWS4-HMAC-SHA256 Credential=local/20260101/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=0',
    };
    return new Promise((resolve, reject) => {
      const sent = request(
        { port, host: '127.0.0.1', method: 'POST', headers, agent: this.#agent },
        (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk) => chunks.push(chunk));
          response.on('end', () =>
            resolve({ status: response.statusCode ?? 500, body: Buffer.concat(chunks).toString('utf8') }),
          );
          response.on('error', reject);
        },
      );
      sent.on('error', reject).end(text);
    });
  }
}
