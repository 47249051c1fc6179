import type { Stack } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { describe, expect, it } from 'vitest';
import { StatementTable } from '../../infra/table.ts';
import { resourcesOf, templateOf, theOnly } from './synthesised.ts';

const roleOf = (stack: Stack) =>
  new Role(stack, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });

describe('the table', () => {
  const table = theOnly(
    templateOf((stack) => new StatementTable(stack, 'Table')),
    'AWS::DynamoDB::Table',
  );

  it('can be restored to any second, and not be deleted by mistake', () => {
    expect(table).toMatchObject({
      DeletionProtectionEnabled: true,
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
    });
  });

  it('costs nothing at rest', () => {
    expect(table).toMatchObject({ BillingMode: 'PAY_PER_REQUEST' });
    expect(table['ProvisionedThroughput']).toBeUndefined();
  });

  it('tells the relay what an item was and is', () => {
    expect(table['StreamSpecification']).toEqual({ StreamViewType: 'NEW_AND_OLD_IMAGES' });
  });

  it('forgets what has expired', () => {
    expect(table['TimeToLiveSpecification']).toEqual({ AttributeName: 'expiresAt', Enabled: true });
  });

  it.each([
    ['by-creation', 'listed', 'listedAt'],
    ['live-by-date', 'liveIn', 'liveDate'],
    ['live-by-publication', 'liveIn', 'livePublished'],
    ['pending', 'pending', 'pendingSince'],
    ['due', 'due', 'dueAt'],
    ['unindexed', 'unindexed', 'unindexedSince'],
  ])('has the index %s with whole items', (IndexName, partition, sort) => {
    expect(table['GlobalSecondaryIndexes']).toContainEqual({
      IndexName,
      KeySchema: [
        { AttributeName: partition, KeyType: 'HASH' },
        { AttributeName: sort, KeyType: 'RANGE' },
      ],
      Projection: { ProjectionType: 'ALL' },
    });
  });
});

describe('a grant on the table', () => {
  it('names the actions, and the indexes that may be queried', () => {
    const template = templateOf((stack) =>
      new StatementTable(stack, 'Table').grant(roleOf(stack), ['GetItem', 'PutItem'], ['pending']),
    );
    const [table = ''] = Object.keys(resourcesOf(template, 'AWS::DynamoDB::Table'));
    const arn = { 'Fn::GetAtt': [table, 'Arn'] };
    expect(theOnly(template, 'AWS::IAM::Policy')).toMatchObject({
      PolicyDocument: {
        Statement: [
          { Effect: 'Allow', Action: ['dynamodb:GetItem', 'dynamodb:PutItem'], Resource: arn },
          {
            Effect: 'Allow',
            Action: 'dynamodb:Query',
            Resource: { 'Fn::Join': ['', [arn, '/index/pending']] },
          },
        ],
      },
    });
  });

  it('gives no index that was not named', () => {
    const template = templateOf((stack) =>
      new StatementTable(stack, 'Table').grant(roleOf(stack), ['GetItem']),
    );
    expect(JSON.stringify(theOnly(template, 'AWS::IAM::Policy'))).not.toContain('/index/');
  });
});
