import { App, Stack, Validations } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { describe, expect, it } from 'vitest';
import { ExplainedChecks, explained } from '../../infra/nag.ts';

/** The rules that a stack breaks, as the check of the whole app reports them. */
function broken(build: (stack: Stack) => void): string[] {
  const app = new App({ analyticsReporting: false, builtinCloudFormationValidation: false });
  build(new Stack(app, 'stack'));
  const checks = new ExplainedChecks();
  const found: string[] = [];
  Validations.of(app).addPlugins({
    name: checks.name,
    validate(context) {
      const report = checks.validate(context);
      found.push(...report.violations.map(({ ruleName }) => ruleName));
      return { ...report, success: true, violations: [] };
    },
  });
  app.synth();
  return found.sort();
}
const mayDo = (stack: Stack, id: string, action: string) =>
  new Role(stack, id, { assumedBy: new ServicePrincipal('lambda.amazonaws.com') }).addToPolicy(
    new PolicyStatement({ actions: [action], resources: ['*'] }),
  );

describe('the checks', () => {
  it('find a queue without a dead-letter queue and without TLS', () => {
    expect(broken((stack) => new Queue(stack, 'Queue'))).toEqual(
      expect.arrayContaining(['AwsSolutions-SQS3', 'AwsSolutions-SQS4']),
    );
  });

  it('find a * that nobody has explained', () => {
    expect(broken((stack) => mayDo(stack, 'Role', 'dynamodb:PutItem'))).toEqual([
      'AwsSolutions-IAM5[Resource::*]',
    ]);
  });
});

it.each(explained)('says why $rule is meant', ({ reason }) => {
  expect(reason).toMatch(/^.{40,}\.$/);
});
