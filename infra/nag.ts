import type {
  IPolicyValidationContext,
  IPolicyValidationPlugin,
  PolicyValidationPluginReport,
} from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';

/** A finding of a rule at a construct that is meant to be so, and why. */
type Explained = { rule: RegExp; path: RegExp; reason: string };

/**
 * Findings that name the ARN they are about, which is only known on synth; cdk-nag takes such acknowledgements by
 * their exact text alone. All others stand beside their construct.
 */
export const explained: Explained[] = [
  {
    rule: /^AwsSolutions-IAM5\[Resource::.*SiteBucket.*\/\*\]$/,
    path: /\/(render|feeds)\/Role\/DefaultPolicy\//,
    reason:
      'It writes pages, whose keys begin with a language, a year, a day: all objects of this one bucket.',
  },
  {
    rule: /^AwsSolutions-IAM5\[Resource::.*UploadsBucket.*\/(uploads|kept)\/\*\]$/,
    path: /\/(api|render|attachments)\/Role\/DefaultPolicy\//,
    reason: 'An attachment’s key is its id: all objects below one prefix of the bucket of uploads.',
  },
  {
    rule: /^AwsSolutions-IAM5\[Resource::\*\]$/,
    path: /\/relay\/Role\/DefaultPolicy\//,
    reason: 'dynamodb:ListStreams knows no resource but *; what reads the stream names the stream.',
  },
  {
    rule: /^AwsSolutions-(IAM4|IAM5|L1)/,
    path: /\/Custom::CDKBucketDeployment/,
    reason:
      'aws-cdk-lib’s own function for static files: it runs on deployment alone, and its role is the library’s.',
  },
];

/** cdk-nag's AWS Solutions rules, without the findings that are explained. */
export class ExplainedChecks implements IPolicyValidationPlugin {
  readonly name = 'AwsSolutions';
  readonly #checks = new AwsSolutionsChecks();

  validate(context: IPolicyValidationContext): PolicyValidationPluginReport {
    const report = this.#checks.validate(context);
    const violations = report.violations
      .map((violation) => ({
        ...violation,
        violatingResources: violation.violatingResources.filter(
          ({ constructPath = '' }) =>
            !explained.some(({ rule, path }) => rule.test(violation.ruleName) && path.test(constructPath)),
        ),
      }))
      .filter(({ violatingResources }) => violatingResources.length > 0);
    return { ...report, violations, success: violations.length === 0 };
  }
}
