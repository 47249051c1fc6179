import type { Template } from 'aws-cdk-lib/assertions';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { describe, expect, it } from 'vitest';
import { ServiceFunction } from '../../infra/service-function.ts';
import { resourcesOf, templateOf, theOnly } from './synthesised.ts';

const statementsOf = (template: Template) =>
  Object.values(resourcesOf(template, 'AWS::IAM::Policy')).flatMap(
    ({ Properties }) => (Properties['PolicyDocument'] as { Statement: unknown[] }).Statement,
  );

describe('a service function', () => {
  const template = templateOf((stack) => {
    new ServiceFunction(stack, 'render');
  });

  it('runs its bundle on the Node and the processor of the house, in little memory', () => {
    expect(theOnly(template, 'AWS::Lambda::Function')).toMatchObject({
      Runtime: 'nodejs24.x',
      Architectures: ['arm64'],
      Handler: 'handler.handler',
      MemorySize: 256,
      Timeout: 15,
    });
  });

  it('writes to a log group of its own, which goes away with it and forgets after a month', () => {
    const [[logGroup, { DeletionPolicy, Properties }] = ['', { Properties: {} }]] = Object.entries(
      resourcesOf(template, 'AWS::Logs::LogGroup'),
    );
    expect(DeletionPolicy).toBe('Delete');
    expect(Properties['RetentionInDays']).toBe(30);
    expect(theOnly(template, 'AWS::Lambda::Function')['LoggingConfig']).toEqual({
      LogGroup: { Ref: logGroup },
    });
    expect(statementsOf(template)).toEqual([
      {
        Effect: 'Allow',
        Action: ['logs:CreateLogStream', 'logs:PutLogEvents'],
        Resource: { 'Fn::GetAtt': [logGroup, 'Arn'] },
      },
    ]);
  });

  it('has no managed policy', () => {
    expect(theOnly(template, 'AWS::IAM::Role')['ManagedPolicyArns']).toBeUndefined();
  });

  it('is given a name and what it may do with it in one act', () => {
    const bound = templateOf((stack) => {
      const statement = new PolicyStatement({ actions: ['sqs:SendMessage'], resources: ['arn:of:queue'] });
      new ServiceFunction(stack, 'relay')
        .bind('QUEUE', 'queue', (grantee) => grantee.addToRolePolicy(statement))
        .bind('ORIGIN', 'https://press.example');
    });
    expect(theOnly(bound, 'AWS::Lambda::Function')['Environment']).toEqual({
      Variables: {
        NODE_OPTIONS: '--enable-source-maps',
        POWERTOOLS_SERVICE_NAME: 'relay',
        POWERTOOLS_METRICS_NAMESPACE: 'Communique',
        QUEUE: 'queue',
        ORIGIN: 'https://press.example',
      },
    });
    expect(statementsOf(bound)).toContainEqual({
      Effect: 'Allow',
      Action: 'sqs:SendMessage',
      Resource: 'arn:of:queue',
    });
  });
});
