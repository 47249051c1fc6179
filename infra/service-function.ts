import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, Code, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { alarm } from './alarm.ts';
import { bundleFolder } from './bundle.ts';

/** The CloudWatch namespace of what functions measure themselves. */
export const metricsNamespace = 'Communique';

type Props = { timeout?: Duration; memorySize?: number };

/**
 * A Lambda function of ours: its bundle is named as its folder in `functions/`, its log group is its own and
 * its role can write to that log group and do nothing else until it is bound to something.
 */
export class ServiceFunction extends Construct {
  readonly lambda: LambdaFunction;

  constructor(
    scope: Construct,
    name: string,
    { timeout = Duration.seconds(15), memorySize = 256 }: Props = {},
  ) {
    super(scope, name);
    const logGroup = new LogGroup(this, 'Logs', {
      retention: RetentionDays.ONE_MONTH,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    // A role of its own instead of the managed AWSLambdaBasicExecutionRole, which may write to every log group.
    const role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    logGroup.grantWrite(role);
    this.lambda = new LambdaFunction(this, 'Function', {
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      code: Code.fromAsset(bundleFolder(name)),
      handler: 'handler.handler',
      role,
      logGroup,
      timeout,
      memorySize,
      environment: {
        NODE_OPTIONS: '--enable-source-maps',
        POWERTOOLS_SERVICE_NAME: name,
        POWERTOOLS_METRICS_NAMESPACE: metricsNamespace,
      },
    });
    // One failure is tried again by whoever called; three in five minutes are no accident. A FIFO group that fails is
    // tried every ninety seconds, and must ring too.
    alarm(this, 'ErrorsAlarm', {
      metric: this.lambda.metricErrors({ statistic: 'Sum', period: Duration.minutes(5) }),
      over: 2,
      says: `The function ${name} fails again and again`,
      heading: 'a-function-fails',
    });
  }

  /** Puts a name into the environment and gives the function just what it does with what the name stands for. */
  bind(name: string, value: string, grant?: (grantee: LambdaFunction) => void): this {
    this.lambda.addEnvironment(name, value);
    grant?.(this.lambda);
    return this;
  }
}
