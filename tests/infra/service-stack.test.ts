import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { functionNames, namesRead, operationsCalled } from './bundled.ts';
import { resourcesOf, templates } from './synthesised.ts';

const Fn = z.object({
  Runtime: z.string(),
  Architectures: z.array(z.string()),
  MemorySize: z.number(),
  LoggingConfig: z.object({ LogGroup: z.object({ Ref: z.string() }) }),
  Role: z.object({ 'Fn::GetAtt': z.tuple([z.string(), z.literal('Arn')]) }),
  Environment: z.object({ Variables: z.record(z.string(), z.unknown()) }),
});
const words = z.union([z.string(), z.array(z.string())]).transform((value) => [value].flat());
const Policy = z.object({
  Roles: z.array(z.object({ Ref: z.string() })),
  PolicyDocument: z.object({
    Statement: z.array(
      z.object({
        Effect: z.string(),
        Action: words,
        Resource: z.unknown(),
        Condition: z.unknown().optional(),
      }),
    ),
  }),
});

const { service } = templates();
const list = (type: string) => Object.entries(resourcesOf(service, type));
/** Our functions; aws-cdk-lib brings one of its own, which carries static files on deployment. */
const functions = list('AWS::Lambda::Function')
  .filter(([id]) => !id.startsWith('Custom'))
  .map(([, { Properties }]) => Fn.parse(Properties));
const nameOf = ({ Environment }: z.output<typeof Fn>) =>
  String(Environment.Variables['POWERTOOLS_SERVICE_NAME']);

function functionOf(name: string) {
  const found = functions.find((fn) => nameOf(fn) === name);
  if (!found) throw new Error(`No function is named ${name}`);
  return found;
}
const statementsOf = (name: string) =>
  list('AWS::IAM::Policy')
    .map(([, { Properties }]) => Policy.parse(Properties))
    .filter(({ Roles }) => Roles.some(({ Ref }) => Ref === functionOf(name).Role['Fn::GetAtt'][0]))
    .flatMap(({ PolicyDocument }) => PolicyDocument.Statement);

it('has a function for each folder of functions', () => {
  expect(functions.map(nameOf).sort()).toEqual(functionNames);
});

it('shares no role and no log group between functions', () => {
  expect(new Set(functions.map(({ Role }) => Role['Fn::GetAtt'][0])).size).toBe(functions.length);
  expect(new Set(functions.map(({ LoggingConfig }) => LoggingConfig.LogGroup.Ref)).size).toBe(
    functions.length,
  );
});

describe.each(functionNames)('the function %s', (name) => {
  it('runs on Node 24 and arm64 in 256 MB at most', () => {
    const { Runtime, Architectures, MemorySize } = functionOf(name);
    expect([Runtime, ...Architectures]).toEqual(['nodejs24.x', 'arm64']);
    expect(MemorySize).toBeLessThanOrEqual(256);
  });

  it('is told by its environment just what its code reads', () => {
    const told = Object.keys(functionOf(name).Environment.Variables);
    const forLibraries = ['NODE_OPTIONS', 'POWERTOOLS_SERVICE_NAME', 'POWERTOOLS_METRICS_NAMESPACE'];
    expect(told.filter((variable) => !forLibraries.includes(variable)).sort()).toEqual(namesRead(name));
  });

  it('may do with data just what its code does', () => {
    // What the event sources and the log group need is aws-cdk-lib's to grant.
    const ofSources =
      /^(logs|sqs):(?!SendMessage)|^dynamodb:(ListStreams|DescribeStream|GetRecords|GetShardIterator)$/;
    const isOfSources = (action: string) =>
      // The relay's is for the dead letters of the stream.
      ofSources.test(action) || (name === 'relay' && action === 'sqs:SendMessage');
    const granted = statementsOf(name).flatMap(({ Action }) => Action.filter((one) => !isOfSources(one)));
    expect([...new Set(granted)].sort()).toEqual(operationsCalled(name));
  });

  it('has no * in what it may do, nor in what to, but the objects of a bucket', () => {
    for (const { Effect, Action, Resource } of statementsOf(name)) {
      expect(Effect).toBe('Allow');
      expect(Action.join()).not.toContain('*');
      // dynamodb:ListStreams knows no resource: https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazondynamodb.html
      if (Action.join() === 'dynamodb:ListStreams') continue;
      const resource = JSON.stringify(Resource);
      if (/^s3:(Get|Put|Delete)Object(,s3:PutObject)?$/.test(Action.join()))
        expect(resource).toMatch(
          /SiteBucket[^*]*"\/\*"\]\]\}$|UploadsBucket[^*]*"\/(uploads|kept)\/\*"\]\]\}$/,
        );
      else expect(resource).not.toContain('*');
    }
  });
});

it('lets the function that anybody can call write where previews lie, and nowhere else', () => {
  const writes = statementsOf('preview').filter(({ Action }) => Action.join().includes('dynamodb:PutItem'));
  expect(writes.map(({ Condition }) => Condition)).toEqual([
    { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['PREVIEWS#*'] } },
  ]);
});

describe.each(list('AWS::SQS::Queue'))('the queue %s', (id, { Properties }) => {
  const isDeadLetters = JSON.stringify([
    list('AWS::SQS::Queue').map(([, queue]) => queue.Properties['RedrivePolicy']),
    list('AWS::Lambda::EventSourceMapping').map(([, mapping]) => mapping.Properties['DestinationConfig']),
  ]).includes(`"${id}"`);

  it('is a dead-letter queue with an alarm, or has one', () => {
    const alarms = JSON.stringify(list('AWS::CloudWatch::Alarm'));
    if (isDeadLetters) expect(alarms).toContain(`"${id}"`);
    else expect(Properties['RedrivePolicy']).toBeDefined();
  });

  it('is encrypted, and refuses plain HTTP', () => {
    expect(Properties['SqsManagedSseEnabled']).toBe(true);
    const policies = list('AWS::SQS::QueuePolicy').map(([, policy]) => policy.Properties);
    const own = policies.filter(({ Queues }) => JSON.stringify(Queues) === JSON.stringify([{ Ref: id }]));
    expect(own).toHaveLength(1);
    expect(JSON.stringify(own)).toMatch(
      /"Action":"sqs:\*","Condition":\{"Bool":\{"aws:SecureTransport":"false"\}\},"Effect":"Deny"/,
    );
  });
});

it('tells the operator where everything is', () => {
  expect(Object.keys(service.findOutputs('*')).sort()).toEqual(
    expect.arrayContaining(['ApiUrl', 'DeskUrl', 'SignInUrl', 'SiteUrl']),
  );
});
