import { join } from 'node:path';
import { DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { EventBridgeClient, ListRulesCommand, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { AwsEndpoint } from '../../../infra/local/aws-endpoint.ts';
import { EventBus } from '../../../infra/local/event-bus.ts';
import { StreamLog } from '../../../infra/local/stream-log.ts';
import { Tables } from '../../../infra/local/tables.ts';
import { resource } from './front/resource.ts';
import { table, tableName } from './tables-in-test.ts';
import { temporary } from './temporary.ts';

const sent: string[] = [];
let client: {
  endpoint: string;
  region: string;
  credentials: { accessKeyId: string; secretAccessKey: string };
};

beforeEach(async () => {
  sent.length = 0;
  const folder = temporary();
  const log = new StreamLog(join(folder, 'stream.db'));
  const rule = resource('Events::Rule', 'render', {
    EventBusName: 'newsroom',
    EventPattern: { source: ['communique'] },
    State: 'ENABLED',
    Targets: [{ Arn: 'arn:aws:sqs:us-east-1:000000000000:render', Id: 'Target0' }],
  });
  const resources = [table(), rule];
  const tables = new Tables(folder, log);
  await tables.start({ resources });
  const bus = new EventBus({ resources }, (_, body) => sent.push(body));
  const door = new AwsEndpoint(tables, bus);
  const endpoint = await door.start();
  client = { endpoint, region: 'us-east-1', credentials: { accessKeyId: 'api', secretAccessKey: 'local' } };
  return async () => {
    await door.stop();
    await tables.stop();
    log.close();
  };
});

const dynamo = () => {
  const made = new DynamoDBClient(client);
  onTestFinished(() => made.destroy());
  return made;
};
const events = () => {
  const made = new EventBridgeClient({ ...client, maxAttempts: 1 });
  onTestFinished(() => made.destroy());
  return made;
};

describe('the AWS clients', () => {
  const Item = { pk: { S: 'STATEMENT#1' }, sk: { S: 'HEAD' } };

  it('reach the table', async () => {
    await dynamo().send(new PutItemCommand({ TableName: tableName, Item }));
    const got = await dynamo().send(new GetItemCommand({ TableName: tableName, Key: Item }));
    expect(got.Item).toEqual(Item);
  });

  it('are told of a failed condition under the name that they know', async () => {
    const command = { TableName: tableName, Item, ConditionExpression: 'attribute_exists(pk)' };
    await expect(dynamo().send(new PutItemCommand(command))).rejects.toMatchObject({
      name: 'ConditionalCheckFailedException',
    });
  });

  it('reach the bus', async () => {
    const Entries = [
      {
        EventBusName: 'newsroom',
        Source: 'communique',
        DetailType: 'Statement Published',
        Detail: '{"id":"1"}',
      },
    ];
    const answer = await events().send(new PutEventsCommand({ Entries }));
    expect(answer.FailedEntryCount).toBe(0);
    expect(sent.map((body) => JSON.parse(body).id)).toEqual([answer.Entries?.[0]?.EventId]);
  });

  it('are refused what is not there, by name', async () => {
    await expect(events().send(new ListRulesCommand({}))).rejects.toThrow('ListRules');
  });
});

it.each([
  ['AWSEvents.PutEvents', '{"Entries":[{}]}'],
  ['AWSEvents.PutEvents', 'no JSON'],
  ['DynamoDB_20120810.PutItem', '{}'],
])('refuses what it can not read (%s %s), and goes on', async (target, body) => {
  const ask = () => fetch(client.endpoint, { method: 'POST', headers: { 'X-Amz-Target': target }, body });
  for (const response of [await ask(), await ask()]) {
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ __type: 'ValidationException' });
  }
});

it('listens on the loopback address alone', () => {
  expect(new URL(client.endpoint).hostname).toBe('127.0.0.1');
});
