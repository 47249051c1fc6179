import { describe, expect, it } from 'vitest';
import { AccessDenied, Permissions } from '../../../../infra/local/permissions/permissions.ts';
import { TemplateError } from '../../../../infra/local/template/template.ts';
import { resource } from '../front/resource.ts';

const role = 'arn:aws:iam::000000000000:role/render';
const other = 'arn:aws:iam::000000000000:role/feeds';
const table = 'arn:aws:dynamodb:us-east-1:000000000000:table/heads';
const queue = 'arn:aws:sqs:us-east-1:000000000000:render';
const rule = 'arn:aws:events:us-east-1:000000000000:rule/public';
const version = { Version: '2012-10-17' };
const trust = {
  ...version,
  Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: 'lambda.amazonaws.com' } }],
};

/** The permissions of a role with these statements, and of a queue with those. */
function permissionsOf(identity: object[], onQueue: object[] = []): Permissions {
  const iamRole = (name: string, arn: string) =>
    resource('IAM::Role', name, { AssumeRolePolicyDocument: trust }, arn);
  return new Permissions({
    resources: [
      iamRole('render', role),
      iamRole('feeds', other),
      resource('IAM::Policy', 'render-policy', {
        PolicyDocument: { ...version, Statement: identity },
        Roles: ['render'],
      }),
      resource('SQS::QueuePolicy', 'queue-policy', {
        PolicyDocument: { ...version, Statement: onQueue },
        Queues: [],
      }),
    ],
  });
}
const allow = (Action: string | string[], Resource: string | string[], more = {}) => ({
  Effect: 'Allow',
  Action,
  Resource,
  ...more,
});
const may = (permissions: Permissions, action: string, on: string, who = role, context = {}) => {
  try {
    permissions.check({ role: who }, action, on, context);
    return true;
  } catch (error) {
    if (error instanceof AccessDenied) return false;
    throw error;
  }
};

describe('a role', () => {
  const permissions = permissionsOf([allow(['dynamodb:GetItem', 'dynamodb:Batch*'], table)]);

  it.each([
    ['dynamodb:GetItem', table, true],
    ['dynamodb:getitem', table, true],
    ['dynamodb:BatchGetItem', table, true],
    ['dynamodb:PutItem', table, false],
    ['dynamodb:GetItem', `${table}/index/pending`, false],
    ['dynamodb:GetItem', table.replace('heads', 'Heads'), false],
  ])('with GetItem and Batch* on a table may %s on %s: %s', (action, on, expected) => {
    expect(may(permissions, action, on)).toBe(expected);
  });

  it('has what its own policies grant, and nobody else does', () => {
    expect(may(permissions, 'dynamodb:GetItem', table, other)).toBe(false);
  });

  it('is refused what is denied, whatever allows it', () => {
    const denying = permissionsOf([
      allow('dynamodb:*', '*'),
      { Effect: 'Deny', Action: 'dynamodb:DeleteItem', Resource: table },
    ]);
    expect(may(denying, 'dynamodb:PutItem', table)).toBe(true);
    expect(may(denying, 'dynamodb:DeleteItem', table)).toBe(false);
  });

  it('has everything but what a NotAction names', () => {
    const but = permissionsOf([{ Effect: 'Allow', NotAction: 'dynamodb:DeleteItem', Resource: table }]);
    expect(may(but, 'dynamodb:PutItem', table)).toBe(true);
    expect(may(but, 'dynamodb:DeleteItem', table)).toBe(false);
  });

  it('may have some partitions of a table, and then no call that names none', () => {
    const some = permissionsOf([
      allow('dynamodb:*', table, {
        Condition: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['PREVIEWS#*'] } },
      }),
    ]);
    const inPartition = (pk: string) =>
      may(some, 'dynamodb:PutItem', table, role, { 'dynamodb:leadingkeys': pk });
    expect(['PREVIEWS#1', 'STATEMENT#1', 'X PREVIEWS#1'].map(inPartition)).toEqual([true, false, false]);
    expect(may(some, 'dynamodb:Query', table)).toBe(false);
  });

  it('is told in the words of AWS what it lacks', () => {
    expect(() => permissions.check({ role }, 'dynamodb:PutItem', table)).toThrow(
      `User: arn:aws:sts::000000000000:assumed-role/render is not authorized to perform: dynamodb:PutItem on resource: ${table} because no identity-based policy allows the dynamodb:PutItem action`,
    );
    expect(permissions.refusals[0]?.message).toContain('dynamodb:PutItem');
  });

  it('can be assumed by the service that its trust policy names alone', () => {
    permissions.check({ service: 'lambda.amazonaws.com' }, 'sts:AssumeRole', role);
    expect(() => permissions.check({ service: 'ec2.amazonaws.com' }, 'sts:AssumeRole', role)).toThrow(
      AccessDenied,
    );
  });
});

describe('a resource’s policy', () => {
  const permissions = permissionsOf(
    [],
    [
      {
        ...allow('sqs:SendMessage', queue),
        Principal: { Service: 'events.amazonaws.com' },
        Condition: { ArnEquals: { 'aws:SourceArn': rule } },
      },
      {
        Effect: 'Deny',
        Action: 'sqs:*',
        Resource: queue,
        Principal: { AWS: '*' },
        Condition: { Bool: { 'aws:SecureTransport': 'false' } },
      },
    ],
  );
  const send = (context: Record<string, string>) => () =>
    permissions.check({ service: 'events.amazonaws.com' }, 'sqs:SendMessage', queue, context);

  it('lets in whom it names, under its condition', () => {
    expect(send({ 'aws:sourcearn': rule })).not.toThrow();
    expect(send({ 'aws:sourcearn': `${rule}-of-another` })).toThrow(AccessDenied);
    expect(send({})).toThrow(AccessDenied);
  });

  it('refuses what comes without TLS', () => {
    expect(send({ 'aws:sourcearn': rule, 'aws:securetransport': 'false' })).toThrow(
      'explicit deny in queuepolicy.1',
    );
  });
});

describe('a statement', () => {
  const permissions = permissionsOf([allow(['dynamodb:GetItem', 'dynamodb:Query'], table)]);

  it('is in the report, with what of it was used', () => {
    permissions.check({ role }, 'dynamodb:GetItem', table);
    const used = permissions.granted.filter(({ grant }) => grant === 'renderpolicy.0');
    expect(used.map(({ action, used }) => [action, used])).toEqual([
      ['dynamodb:GetItem', true],
      ['dynamodb:Query', false],
    ]);
  });

  it('that is withheld grants nothing, until it is given back', () => {
    permissions.withhold(['renderpolicy.0']);
    expect(may(permissions, 'dynamodb:GetItem', table)).toBe(false);
    permissions.withhold([]);
    expect(may(permissions, 'dynamodb:GetItem', table)).toBe(true);
  });

  it.each([
    ['an element', allow('dynamodb:GetItem', table, { Colour: 'red' })],
    ['a condition key', allow('dynamodb:GetItem', table, { Condition: { StringEquals: { 'aws:X': 'y' } } })],
    [
      'an operator',
      allow('dynamodb:GetItem', table, { Condition: { DateLessThan: { 'aws:SourceArn': 'y' } } }),
    ],
    ['both Action and NotAction', allow('dynamodb:GetItem', table, { NotAction: 'dynamodb:Query' })],
  ])('with %s that is not understood stops the start, by its name', (_, statement) => {
    expect(() => permissionsOf([statement])).toThrow(TemplateError);
    expect(() => permissionsOf([statement])).toThrow('renderpolicy');
  });
});
