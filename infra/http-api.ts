import { Duration, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
  HttpApi,
  HttpMethod,
  HttpNoneAuthorizer,
  LogGroupLogDestination,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { alarm } from './alarm.ts';
import type { ServiceFunction } from './service-function.ts';
import type { SignIn } from './sign-in.ts';

type Props = { api: ServiceFunction; preview: ServiceFunction; notFound: ServiceFunction; signIn: SignIn };

/**
 * The HTTP API: the calls below `/api/v1` for those who are signed in, previews for those who have their links, and the
 * 404 page for anybody.
 */
export class StatementApi extends Construct {
  /** Its host name, for CloudFront. */
  readonly host: string;
  readonly http: HttpApi;

  constructor(scope: Construct, id: string, { api, preview, notFound, signIn }: Props) {
    super(scope, id);
    const http = new HttpApi(this, 'Http', {
      defaultIntegration: new HttpLambdaIntegration('NotFound', notFound.lambda),
      defaultAuthorizer: new HttpNoneAuthorizer(),
      createDefaultStage: false,
    });
    http.addStage('Stage', {
      stageName: '$default',
      autoDeploy: true,
      throttle: { rateLimit: 100, burstLimit: 200 },
      accessLogSettings: {
        destination: new LogGroupLogDestination(
          new LogGroup(this, 'AccessLogs', {
            retention: RetentionDays.ONE_MONTH,
            removalPolicy: RemovalPolicy.DESTROY,
          }),
        ),
        // No addresses of people: who did what is in the audit trail.
        format: AccessLogFormat.custom(
          '{"requestId":"$context.requestId","route":"$context.routeKey","status":"$context.status","milliseconds":"$context.responseLatency"}',
        ),
      },
    });
    http.addRoutes({
      path: '/api/v1/{proxy+}',
      methods: [HttpMethod.ANY],
      integration: new HttpLambdaIntegration('Api', api.lambda),
      authorizer: new HttpJwtAuthorizer('SignedIn', signIn.issuer, {
        jwtAudience: [signIn.desk.userPoolClientId, signIn.machines.userPoolClientId],
      }),
    });
    http.addRoutes({
      path: '/preview/{proxy+}',
      methods: [HttpMethod.ANY],
      integration: new HttpLambdaIntegration('Preview', preview.lambda),
    });
    Validations.of(http).acknowledge({
      id: 'AwsSolutions-APIG4',
      reason:
        'The routes without an authorizer are $default, which answers the 404 page, and that of previews, whose links are what opens them.',
    });
    alarm(this, 'ErrorsAlarm', {
      metric: http.metricServerError({ statistic: 'Sum', period: Duration.minutes(5) }),
      over: 4,
      says: 'The API answers with errors of its own',
      heading: 'the-api-answers-with-errors',
    });
    this.http = http;
    this.host = `${http.apiId}.execute-api.${Stack.of(this).region}.${Stack.of(this).urlSuffix}`;
  }
}
