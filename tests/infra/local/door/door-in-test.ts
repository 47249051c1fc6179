import { join } from 'node:path';
import { CloudFrontClient } from '@aws-sdk/client-cloudfront';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { S3Client } from '@aws-sdk/client-s3';
import { SQSClient } from '@aws-sdk/client-sqs';
import { onTestFinished } from 'vitest';
import { Clock } from '../../../../infra/local/clock.ts';
import type { Caller } from '../../../../infra/local/door/caller.ts';
import { cloudfrontService } from '../../../../infra/local/door/cloudfront-service.ts';
import { Door } from '../../../../infra/local/door/door.ts';
import { dynamodbService } from '../../../../infra/local/door/dynamodb-service.ts';
import { eventsService } from '../../../../infra/local/door/events-service.ts';
import { s3Service } from '../../../../infra/local/door/s3-service.ts';
import { sqsService } from '../../../../infra/local/door/sqs-service.ts';
import { EventBus } from '../../../../infra/local/events/event-bus.ts';
import { HeldMessages } from '../../../../infra/local/events/held-messages.ts';
import { Faults, PlannedFault } from '../../../../infra/local/faults/faults.ts';
import { Permissions } from '../../../../infra/local/permissions/permissions.ts';
import { StaleTables } from '../../../../infra/local/stores/stale-tables.ts';
import { StreamLog } from '../../../../infra/local/stores/stream-log.ts';
import { Tables } from '../../../../infra/local/stores/tables.ts';
import type { Resource } from '../../../../infra/local/template/template.ts';
import { resource } from '../front/resource.ts';
import { fifo, queue, queueArn } from '../stores/queues.ts';
import { storesWith } from '../stores/stores-in-test.ts';
import { table } from '../stores/tables-in-test.ts';
import { temporary } from '../temporary.ts';

const roleArn = 'arn:aws:iam::000000000000:role/api';

export const edgeArn = (id: string) => `arn:aws:cloudfront::000000000000:distribution/${id}`;

/** A statement of the caller's role. */
export type Granted = { Action: string | string[]; Resource: string };
export const everything: Granted[] = [{ Action: '*', Resource: '*' }];

/** The role of the function `api`, with these statements, and what lets the bus send to the queue. */
const policies = (granted: Granted[]): Resource[] => [
  resource(
    'IAM::Role',
    'api-role',
    {
      AssumeRolePolicyDocument: { Version: '2012-10-17', Statement: [] },
      Policies: [
        {
          PolicyDocument: {
            Version: '2012-10-17',
            Statement: granted.map((one) => ({ Effect: 'Allow', ...one })),
          },
        },
      ],
    },
    roleArn,
  ),
  resource('SQS::QueuePolicy', 'may-send', {
    Queues: ['render'],
    PolicyDocument: {
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Action: 'sqs:SendMessage',
          Principal: { Service: 'events.amazonaws.com' },
          Resource: queueArn('render'),
        },
      ],
    },
  }),
];

const rule = resource('Events::Rule', 'render', {
  EventBusName: 'newsroom',
  EventPattern: { source: ['communique'] },
  State: 'ENABLED',
  Targets: [{ Arn: queueArn('render'), Id: 'Target0' }],
});

const edge = resource('CloudFront::Distribution', 'edge', {}, edgeArn('edge'));

/** A door over a table, a bucket and a bus of the test's own, and the SDK's clients as a function would have them. */
export async function doorFor(granted: Granted[] = everything, options: { isStale?: boolean } = {}) {
  const folder = temporary();
  const queues = [queue('release'), queue('lists.fifo', fifo)];
  const resources = [
    table(),
    rule,
    resource('S3::Bucket', 'site', {}),
    edge,
    ...queues,
    ...policies(granted),
  ];
  const log = new StreamLog(join(folder, 'stream.db'));
  const tables = new Tables(folder, log);
  await tables.start({ resources });
  const stale = options.isStale ? await StaleTables.open({ resources }, tables, log) : undefined;
  const stores = await storesWith(resources, folder);
  const permissions = new Permissions({ resources });
  const faults = new Faults(undefined, 1, folder);
  const sent: string[] = [];
  const send = ({ body }: { body: string }) => void sent.push(body);
  const clock = new Clock(folder);
  const held = new HeldMessages(join(folder, 'held.db'), clock, send);
  const killed: Caller[] = [];
  const cloudfront = cloudfrontService({ resources });
  const door = new Door({
    services: {
      cloudfront,
      dynamodb: dynamodbService(tables, stale),
      events: eventsService(new EventBus({ resources }, { send, held, permissions, faults })),
      s3: s3Service(stores.objects),
      sqs: sqsService({ resources }, { hold: (message, time) => held.hold(message, time), send }),
    },
    roleOf: () => roleArn,
    kill: async (caller) => void killed.push(caller),
    permissions,
    faults,
  });
  const endpoint = await door.open();
  onTestFinished(async () => {
    await door.close();
    held.close();
    await stale?.close();
    await tables.stop();
    log.close();
  });
  return {
    endpoint,
    sent,
    invalidations: cloudfront.invalidations,
    killed,
    clock,
    plan: (fault: { site: string; kind: string; extent?: number }) => faults.plan(PlannedFault.parse(fault)),
    ...clients(endpoint),
  };
}

type Settings = { maxAttempts?: number; requestHandler?: Record<string, unknown> };

/** The clients of the function `api`, which try once but where the test says otherwise. */
function clients(endpoint: string) {
  const common = {
    endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'api', secretAccessKey: 'local', sessionToken: 'worker-1' },
    maxAttempts: 1,
  };
  const untilTheEnd = <Client extends { destroy(): void }>(client: Client): Client => {
    onTestFinished(() => client.destroy());
    return client;
  };
  return {
    cloudfront: (settings: Settings = {}) => untilTheEnd(new CloudFrontClient({ ...common, ...settings })),
    dynamo: (settings: Settings = {}) => untilTheEnd(new DynamoDBClient({ ...common, ...settings })),
    events: (settings: Settings = {}) => untilTheEnd(new EventBridgeClient({ ...common, ...settings })),
    s3: (settings: Settings = {}) => untilTheEnd(new S3Client({ ...common, ...settings })),
    sqs: (settings: Settings = {}) => untilTheEnd(new SQSClient({ ...common, ...settings })),
  };
}
