import {
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb';
import { ListRulesCommand, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { GetObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { describe, expect, it } from 'vitest';
import { awsClient } from '../../../../shared/aws.ts';
import { tableName as TableName } from '../stores/tables-in-test.ts';
import { doorFor } from './door-in-test.ts';

const Item = { pk: { S: 'STATEMENT#1' }, sk: { S: 'HEAD' } };
const put = new PutItemCommand({ TableName, Item });
const get = new GetItemCommand({ TableName, Key: Item });
const putObject = new PutObjectCommand({ Bucket: 'site', Key: 'en/index.html', Body: 'said' });
const entry = { EventBusName: 'newsroom', Source: 'communique', DetailType: 'Statement Published' };
const putEvents = new PutEventsCommand({ Entries: [{ ...entry, Detail: '{"id":"1"}' }] });

type Opened = Awaited<ReturnType<typeof doorFor>>;
/** One call of each service. */
const calls: Record<string, (door: Opened) => Promise<unknown>> = {
  'dynamodb:PutItem': ({ dynamo }) => dynamo().send(put),
  'events:PutEvents': ({ events }) => events().send(putEvents),
  's3:PutObject': ({ s3 }) => s3().send(putObject),
};
/** Whether the call of each service has had its effect. */
const effects: Record<string, (door: Opened) => Promise<boolean>> = {
  'dynamodb:PutItem': async ({ dynamo }) => (await dynamo().send(get)).Item !== undefined,
  'events:PutEvents': async ({ sent }) => sent.length > 0,
  's3:PutObject': ({ s3 }) =>
    s3()
      .send(new GetObjectCommand({ Bucket: 'site', Key: 'en/index.html' }))
      .then(
        () => true,
        () => false,
      ),
};
const services = Object.keys(calls);

describe.each(services)('%s', (call) => {
  const [make, hadEffect] = [calls[call] ?? Promise.reject, effects[call] ?? Promise.reject];
  const site = `api ${call}`;

  it('is carried out for a role that may', async () => {
    const door = await doorFor();
    await make(door);
    expect(await hadEffect(door)).toBe(true);
  });

  it.each([
    ['reset', false],
    ['lost-answer', true],
  ])('breaks off by a %s, its effect made: %s', async (kind, made) => {
    const door = await doorFor();
    door.plan({ site, kind });
    await expect(make(door)).rejects.toMatchObject({ code: 'ECONNRESET' });
    expect(await hadEffect(door)).toBe(made);
  });

  it.each([
    [0.49, false],
    [0.5, true],
  ])('ends its caller by a kill of extent %d, its effect made: %s', async (extent, made) => {
    const door = await doorFor();
    door.plan({ site, kind: 'kill', extent });
    await expect(make(door)).rejects.toMatchObject({ code: 'ECONNRESET' });
    expect(door.killed).toMatchObject([{ functionName: 'api', worker: 'worker-1' }]);
    expect(await hadEffect(door)).toBe(made);
  });
});

describe('the SDK’s own name is on', () => {
  it.each([
    ['dynamodb:PutItem', 'throttle', 'ProvisionedThroughputExceededException', 400],
    ['dynamodb:PutItem', 'error', 'InternalServerError', 500],
    ['events:PutEvents', 'throttle', 'ThrottlingException', 400],
    ['events:PutEvents', 'error', 'InternalException', 500],
    ['s3:PutObject', 'throttle', 'SlowDown', 503],
    ['s3:PutObject', 'error', 'InternalError', 500],
  ])('%s met by %s: %s', async (call, kind, name, httpStatusCode) => {
    const door = await doorFor();
    door.plan({ site: `api ${call}`, kind });
    await expect(calls[call]?.(door)).rejects.toMatchObject({ name, $metadata: { httpStatusCode } });
    expect(await effects[call]?.(door)).toBe(false);
  });

  it.each([
    ['dynamodb:PutItem', 'AccessDeniedException', 400],
    ['events:PutEvents', 'AccessDeniedException', 400],
    ['s3:PutObject', 'AccessDenied', 403],
  ])('%s for a role that may not: %s', async (call, name, httpStatusCode) => {
    const others = services.filter((one) => one !== call);
    const door = await doorFor([{ Action: [...others, '*:Get*'], Resource: '*' }]);
    await expect(calls[call]?.(door)).rejects.toMatchObject({
      name,
      message: expect.stringContaining(`not authorized to perform: ${call} on resource: arn:aws:`),
      $metadata: { httpStatusCode },
    });
    expect(await effects[call]?.(door)).toBe(false);
  });

  it('a failed condition', async () => {
    const { dynamo } = await doorFor();
    const command = new PutItemCommand({ TableName, Item, ConditionExpression: 'attribute_exists(pk)' });
    await expect(dynamo().send(command)).rejects.toMatchObject({ name: 'ConditionalCheckFailedException' });
  });

  it('a transaction, which the design does without', async () => {
    const { dynamo } = await doorFor();
    const command = new TransactWriteItemsCommand({ TransactItems: [{ Put: { TableName, Item } }] });
    await expect(dynamo().send(command)).rejects.toThrow('The local stack has no TransactWriteItems');
  });

  it('a call that is not there', async () => {
    const { events } = await doorFor();
    await expect(events().send(new ListRulesCommand({}))).rejects.toThrow('events:ListRules');
  });
});

describe('a client as the functions have it', () => {
  it.each(['throttle', 'error', 'reset', 'lost-answer'])('gets over one %s', async (kind) => {
    const { dynamo, plan } = await doorFor();
    plan({ site: 'api dynamodb:PutItem', kind });
    await dynamo(awsClient).send(put);
    expect((await dynamo().send(get)).Item).toEqual(Item);
  });

  it('gives up an answer that is slow, though its effect is made', async () => {
    const { dynamo, plan } = await doorFor();
    plan({ site: 'api dynamodb:PutItem', kind: 'slow' });
    const impatient = { requestHandler: { ...awsClient.requestHandler, requestTimeout: 100 } };
    await expect(dynamo(impatient).send(put)).rejects.toMatchObject({ name: 'TimeoutError' });
    expect((await dynamo().send(get)).Item).toEqual(Item);
  });
});

it('asks for the very resource: a table is not its index', async () => {
  const table = 'arn:aws:dynamodb:us-east-1:000000000000:table/heads';
  const query = new QueryCommand({
    TableName,
    IndexName: 'by-list',
    KeyConditionExpression: 'listed = :all',
    ExpressionAttributeValues: { ':all': { S: 'all' } },
  });
  const without = await doorFor([{ Action: 'dynamodb:*', Resource: table }]);
  await expect(without.dynamo().send(query)).rejects.toThrow(`${table}/index/by-list`);
  const granted = await doorFor([{ Action: 'dynamodb:Query', Resource: `${table}/index/*` }]);
  expect((await granted.dynamo().send(query)).Items).toEqual([]);
});

describe('what it can not read', () => {
  const ask = (endpoint: string, headers: Record<string, string>, body: string) =>
    fetch(endpoint, { method: 'POST', headers, body });
  const signedFor = (service: string) => ({
    authorization: `AWS4-HMAC-SHA256 Credential=api/20310101/us-east-1/${service}/aws4_request, SignedHeaders=host, Signature=0`,
  });

  it.each([
    ['events', 'AWSEvents.PutEvents', '{"Entries":[{}]}'],
    ['events', 'AWSEvents.PutEvents', 'no JSON'],
    ['dynamodb', 'DynamoDB_20120810.PutItem', '{}'],
    ['dynamodb', 'DynamoDB_20120810.PutItem', '[]'],
  ])('is refused, and it goes on (%s %s %s)', async (service, target, body) => {
    const { endpoint } = await doorFor();
    const headers = { ...signedFor(service), 'x-amz-target': target };
    for (const response of [await ask(endpoint, headers, body), await ask(endpoint, headers, body)]) {
      expect(response.status).toBe(400);
      expect(await response.json()).toMatchObject({ __type: 'com.amazonaws#ValidationException' });
    }
  });

  it('is a service that the stack does not have, or a call of nobody', async () => {
    const { endpoint } = await doorFor();
    const unknown = await (await ask(endpoint, signedFor('ses'), '{}')).json();
    expect(unknown).toEqual({
      __type: 'UnrecognizedClientException',
      message: 'The local stack has no ses',
    });
    const unsigned = await (await ask(endpoint, {}, '{}')).json();
    expect(unsigned).toMatchObject({ __type: 'UnrecognizedClientException' });
  });
});

it('listens on the loopback address alone', async () => {
  expect(new URL((await doorFor()).endpoint).hostname).toBe('127.0.0.1');
});
