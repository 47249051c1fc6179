import { once } from 'node:events';
import { Agent } from 'node:http';
import type { AddressInfo } from 'node:net';
import dynalite from 'dynalite';
import * as z from 'zod';
import type { Resource } from '../template/template.ts';
import { understood } from '../template/understood.ts';
import { measureInBytes } from './dynalite-manners.ts';
import { httpCall } from './http-call.ts';
import type { Attributes } from './stream-log.ts';

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
  StreamSpecification: z.object({ StreamViewType: z.literal('NEW_AND_OLD_IMAGES') }).optional(),
  TimeToLiveSpecification: z.strictObject({ AttributeName: z.string(), Enabled: z.literal(true) }).optional(),
  PointInTimeRecoverySpecification: z.unknown().optional(),
  DeletionProtectionEnabled: z.unknown().optional(),
});

/**
 * A table as it was made: its name, the names of its key's attributes, and of the one that says when an item ends; and
 * whether it has a stream.
 */
export type MadeTable = {
  tableName: string;
  keyNames: string[];
  timeToLive: string | undefined;
  streams: boolean;
};
export type TableAnswer = { status: number; body: string };

measureInBytes();

/** dynalite, reached as DynamoDB is: by an operation and a JSON body. With a path it keeps its tables there. */
export class TableServer {
  readonly #server: ReturnType<typeof dynalite>;
  readonly #agent = new Agent({ keepAlive: true });

  constructor(path?: string) {
    this.#server = dynalite({ ...(path && { path }), createTableMs: 0 });
  }

  async open(): Promise<void> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
  }

  async close(): Promise<void> {
    this.#agent.destroy();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  /** Makes a table of the templates, if it isn't there yet. */
  async make(table: Resource): Promise<MadeTable> {
    const TableName = table.physicalId;
    const properties = understood(Properties, table);
    const { KeySchema, AttributeDefinitions, GlobalSecondaryIndexes, TimeToLiveSpecification } = properties;
    const created = await this.send('CreateTable', {
      TableName,
      KeySchema,
      AttributeDefinitions,
      GlobalSecondaryIndexes,
      BillingMode: 'PAY_PER_REQUEST',
    });
    if (created.status !== 200 && !created.body.includes('ResourceInUseException'))
      throw new Error(`${table.logicalId}: ${created.body}`);
    while (!(await this.send('DescribeTable', { TableName })).body.includes('"TableStatus":"ACTIVE"'));
    return {
      tableName: TableName,
      keyNames: KeySchema.map((key) => key.AttributeName),
      timeToLive: TimeToLiveSpecification?.AttributeName,
      streams: properties.StreamSpecification !== undefined,
    };
  }

  async send(operation: string, body: object | string): Promise<TableAnswer> {
    const answer = await httpCall(this.#agent, (this.#server.address() as AddressInfo).port, {
      method: 'POST',
      path: '/',
      headers: { ...unsigned, 'x-amz-target': `DynamoDB_20120810.${operation}` },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
    return { status: answer.status, body: answer.body.toString('utf8') };
  }

  /** Reads an item as it is now. */
  async item(TableName: string, Key: Attributes): Promise<Attributes | undefined> {
    const { body } = await this.send('GetItem', { TableName, Key, ConsistentRead: true });
    return Got.parse(JSON.parse(body)).Item;
  }
}

const Got = z.object({ Item: z.record(z.string(), z.unknown()).optional() });

/** dynalite wants to see a signature and doesn't look into it. */
const unsigned = {
  'content-type': 'application/x-amz-json-1.0',
  'x-amz-date': '20260101T000000Z',
  authorization:
    'AWS4-HMAC-SHA256 Credential=local/20260101/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=0',
};
