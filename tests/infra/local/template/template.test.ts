import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { here } from '../../../../infra/local/place.ts';
import {
  deploy,
  isProviderOfStaticFiles,
  ofType,
  TemplateError,
} from '../../../../infra/local/template/template.ts';
import { temporary } from '../temporary.ts';

const place = { ...here, origin: 'http://localhost:4000', queues: 'http://127.0.0.1:4001' };
type Resources = Record<string, { Type: string; Properties?: object; Condition?: string }>;

function deployed(service: Resources, state: Resources = {}, exports: Record<string, unknown> = {}) {
  const folder = temporary();
  const outputs = Object.entries(exports).map(([Name, Value], index) => [
    `Export${index}`,
    { Value, Export: { Name } },
  ]);
  const templates = {
    state: { Resources: state, Outputs: Object.fromEntries(outputs) },
    service: { Resources: service },
  };
  for (const [stack, template] of Object.entries(templates))
    writeFileSync(join(folder, `${stack}.template.json`), JSON.stringify(template));
  return deploy(folder, Object.keys(templates), place);
}

/** The properties of a rule, after resolution, with this as its description. */
const resolved = (Description: unknown, more: Resources = {}) =>
  ofType(
    deployed({ Rule: { Type: 'AWS::Events::Rule', Properties: { Description } }, ...more }),
    'AWS::Events::Rule',
  )[0]?.properties.Description;

const queue = { Queue: { Type: 'AWS::SQS::Queue' } };
const fifo = { Queue: { Type: 'AWS::SQS::Queue', Properties: { FifoQueue: true } } };

describe('a reference', () => {
  it.each([
    ['a queue by its address', { Ref: 'Queue' }, 'http://127.0.0.1:4001/000000000000/service-Queue', queue],
    [
      'a queue by its ARN',
      { 'Fn::GetAtt': ['Queue', 'Arn'] },
      'arn:aws:sqs:us-east-1:000000000000:service-Queue',
      queue,
    ],
    [
      'a FIFO queue by its ARN',
      { 'Fn::GetAtt': ['Queue', 'Arn'] },
      'arn:aws:sqs:us-east-1:000000000000:service-Queue.fifo',
      fifo,
    ],
    [
      'a bucket by a name that buckets may have',
      { Ref: 'Files' },
      'service-files',
      { Files: { Type: 'AWS::S3::Bucket' } },
    ],
    [
      'what issues tokens by an address of this machine',
      { 'Fn::GetAtt': ['Pool', 'ProviderURL'] },
      'http://localhost:4000/_local/sign-in',
      { Pool: { Type: 'AWS::Cognito::UserPool' } },
    ],
    [
      'the region, deep in lists and objects',
      [{ In: [{ Ref: 'AWS::Region' }] }],
      [{ In: ['us-east-1'] }],
      {},
    ],
  ])('names %s', (_, value, result, more: Resources) => {
    expect(resolved(value, more)).toEqual(result);
  });

  it('reaches over to another stack by what that exports', () => {
    const { resources } = deployed(
      {
        Rule: {
          Type: 'AWS::Events::Rule',
          Properties: { EventBusName: { 'Fn::ImportValue': 'state:Bus' } },
        },
      },
      { Bus: { Type: 'AWS::Events::EventBus' } },
      { 'state:Bus': { Ref: 'Bus' } },
    );
    expect(resources.map(({ physicalId }) => physicalId)).toEqual(['state-Bus', 'service-Rule']);
    expect(resources[1]?.properties).toEqual({ EventBusName: 'state-Bus' });
  });
});

describe('a template is refused for', () => {
  const refused = (service: Resources) => expect(() => deployed(service));

  it('a resource type that is not known, by its logical id', () => {
    refused({ Topic: { Type: 'AWS::SNS::Topic' } }).toThrow(
      new TemplateError('service: Topic is of type AWS::SNS::Topic, which the local stack does not know'),
    );
  });

  it.each([
    ['a reference to nothing', { Ref: 'Gone' }, 'Rule.Description refers to Gone'],
    ['a reference to nothing, in a list', ['a', { Ref: 'Gone' }], 'Rule.Description.1 refers to Gone'],
    [
      'an attribute that is not known',
      { 'Fn::GetAtt': ['Rule', 'Colour'] },
      'Rule.Description asks for Rule.Colour',
    ],
    ['an import that nobody exports', { 'Fn::ImportValue': 'x' }, 'Rule.Description imports x'],
    [
      'a function that is not known',
      { Deep: { 'Fn::Cidr': [] } },
      'Rule.Description.Deep: the local stack does not know Fn::Cidr',
    ],
  ])('%s, with its path', (_, value, message) => {
    expect(() => resolved(value)).toThrow(message);
  });

  it('a resource that is there under a condition', () => {
    refused({ Rule: { Type: 'AWS::Events::Rule', Condition: 'IsProduction' } }).toThrow('Condition');
  });
});

it.each([
  ['CustomCDKBucketDeployment8693BB64968944B69AAFB0CC9EB8756C81C01536', true],
  ['StaticFilesAwsCliLayer95EC62BC', true],
  ['RenderrenderFunction53DDCB21', false],
])('knows whether %s is the function that carries static files', (logicalId, is) => {
  expect(isProviderOfStaticFiles(logicalId)).toBe(is);
});
