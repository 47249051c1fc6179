import type { Place } from '../place.ts';

/** What a template resource is on this machine: what Ref and Fn::GetAtt give, and who takes care of it. */
export type ResourceType = {
  /** What the runner does with it, or why it needs nothing here. */
  locally: string;
  ref?: (resource: Named, place: Place) => string;
  attributes?: Record<string, (resource: Named, place: Place) => string>;
};
type Named = { name: string; property: (name: string) => unknown };

const named = ({ name }: Named) => name;
const arn =
  (service: string, kind = '') =>
  ({ name }: Named, { region, account }: Place) =>
    `arn:aws:${service}:${region}:${account}:${kind}${name}`;
const globalArn =
  (service: string, kind: string) =>
  ({ name }: Named, { account }: Place) =>
    `arn:aws:${service}::${account}:${kind}${name}`;
const queueName = ({ name, property }: Named) => (property('FifoQueue') === true ? `${name}.fifo` : name);

const unused = (why: string): ResourceType => ({ locally: `nothing: ${why}`, ref: named });

/** Every resource type that the runner knows. A template with another one doesn't start. */
export const resourceTypes: Record<string, ResourceType> = {
  'AWS::DynamoDB::Table': {
    locally: 'dynalite, with a stream of our own (stores/tables.ts)',
    ref: named,
    attributes: {
      Arn: arn('dynamodb', 'table/'),
      StreamArn: (r, place) => `${arn('dynamodb', 'table/')(r, place)}/stream/local`,
    },
  },
  'AWS::S3::Bucket': {
    locally: 'fauxqs (stores/stores.ts)',
    ref: ({ name }) => name.toLowerCase(),
    attributes: {
      Arn: ({ name }) => `arn:aws:s3:::${name.toLowerCase()}`,
      RegionalDomainName: ({ name }, { region }) => `${name.toLowerCase()}.s3.${region}.amazonaws.com`,
    },
  },
  'AWS::SQS::Queue': {
    locally: 'fauxqs (stores/stores.ts)',
    ref: (resource, { account, queues }) => `${queues}/${account}/${queueName(resource)}`,
    attributes: {
      Arn: (resource, { region, account }) => `arn:aws:sqs:${region}:${account}:${queueName(resource)}`,
      QueueName: queueName,
    },
  },
  'AWS::Events::EventBus': {
    locally: 'the bus (events/event-bus.ts)',
    ref: named,
    attributes: { Arn: arn('events', 'event-bus/'), Name: named },
  },
  'AWS::Events::Rule': {
    locally: 'the bus (events/event-bus.ts) and the clock (events/schedules.ts)',
    ref: named,
    attributes: { Arn: arn('events', 'rule/') },
  },
  'AWS::Lambda::Function': {
    locally: 'workers (functions/functions.ts)',
    ref: named,
    attributes: { Arn: arn('lambda', 'function:') },
  },
  'AWS::Lambda::EventSourceMapping': {
    locally: 'pollers (events/stream-poller.ts, events/queue-poller.ts)',
    ref: named,
  },
  'AWS::ApiGatewayV2::Api': { locally: 'front/http-api.ts', ref: named },
  'AWS::ApiGatewayV2::Integration': { locally: 'front/http-api.ts', ref: named },
  'AWS::ApiGatewayV2::Route': { locally: 'front/http-api.ts', ref: named },
  'AWS::ApiGatewayV2::Authorizer': { locally: 'front/bearer-tokens.ts', ref: named },
  'AWS::CloudFront::Distribution': {
    locally: 'front/distribution.ts',
    ref: named,
    attributes: {
      Arn: globalArn('cloudfront', 'distribution/'),
      DomainName: (_, { origin }) => new URL(origin).host,
    },
  },
  'AWS::CloudFront::Function': {
    locally: 'front/viewer-function.ts',
    ref: named,
    attributes: { FunctionARN: globalArn('cloudfront', 'function/') },
  },
  'AWS::CloudFront::ResponseHeadersPolicy': { locally: 'front/header-policy.ts', ref: named },
  'AWS::Cognito::UserPool': {
    locally: 'front/sign-in.ts',
    ref: named,
    attributes: {
      ProviderURL: (_, { origin }) => `${origin}/_local/sign-in`,
      Arn: arn('cognito-idp', 'userpool/'),
    },
  },
  'AWS::Cognito::UserPoolClient': { locally: 'front/sign-in.ts', ref: named },
  'AWS::Cognito::UserPoolDomain': {
    locally: 'front/sign-in.ts',
    ref: ({ property }) => String(property('Domain')),
  },
  'AWS::Cognito::UserPoolResourceServer': {
    locally: 'front/sign-in.ts',
    ref: ({ property }) => String(property('Identifier')),
  },
  'AWS::Cognito::UserPoolGroup': { locally: 'front/sign-in.ts', ref: named },
  'AWS::CloudWatch::Alarm': { locally: 'watch/alarms.ts', ref: named },
  'Custom::CDKBucketDeployment': { locally: 'stores/static-files.ts', ref: named },

  'AWS::CloudWatch::Dashboard': unused('/_local/ shows the same figures'),
  'AWS::CloudFront::CachePolicy': unused('the edge caches nothing here, so that a test never waits for it'),
  'AWS::CloudFront::OriginAccessControl': {
    ...unused('the front is the only reader of the bucket'),
    attributes: { Id: named },
  },
  'AWS::S3::BucketPolicy': { locally: 'permissions/grants.ts', ref: named },
  'AWS::SQS::QueuePolicy': { locally: 'permissions/grants.ts', ref: named },
  'AWS::IAM::Role': {
    locally: 'permissions/grants.ts',
    ref: named,
    attributes: { Arn: globalArn('iam', 'role/') },
  },
  'AWS::IAM::Policy': { locally: 'permissions/grants.ts', ref: named },
  'AWS::Lambda::Permission': { locally: 'permissions/grants.ts', ref: named },
  'AWS::Lambda::LayerVersion': unused('only the function of static files has layers'),
  'AWS::Logs::LogGroup': {
    ...unused('logs are files in DATA_DIR/logs'),
    // CloudFormation's Arn of a log group takes in its streams.
    attributes: { Arn: (resource, place) => `${arn('logs', 'log-group:')(resource, place)}:*` },
  },
  'AWS::ApiGatewayV2::Stage': unused('there is the one default stage'),
  'AWS::Events::Archive': unused('nothing is replayed here'),
  'AWS::CDK::Metadata': unused('it says which CDK made the template'),
};
