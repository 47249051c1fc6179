/** The HTTP API with its routes and authorizer, as aws-cdk-lib writes them. */
import type { Resource } from '../../../../infra/local/template/template.ts';
import { resource } from './resource.ts';

const lambda = (name: string) => `arn:aws:lambda:us-east-1:000000000000:function:${name}`;
/** The function behind the API's routes, and the one behind `$default`. */
export const [apiFunction, notFoundFunction] = [lambda('api'), lambda('not-found')];

/** What a test may have otherwise: properties of the API's route. */
export type ApiChanges = { route?: Record<string, unknown> };

const integration = (name: string, IntegrationUri: string) =>
  resource('ApiGatewayV2::Integration', name, {
    ApiId: 'http-api',
    IntegrationType: 'AWS_PROXY',
    IntegrationUri,
    PayloadFormatVersion: '2.0',
  });

/** What lets the API call a function for one of its routes, by the route's path with its leading slash. */
export const mayCall = (functionArn: string, path: string): Resource =>
  resource('Lambda::Permission', `may-call-${functionArn.split(':').at(-1)}${path.replaceAll(/\W/g, '-')}`, {
    Action: 'lambda:InvokeFunction',
    FunctionName: functionArn,
    Principal: 'apigateway.amazonaws.com',
    SourceArn: `arn:aws:execute-api:us-east-1:000000000000:http-api/*/*${path}`,
  });

export const apiOf = (issuer: string, { route }: ApiChanges): Resource[] => [
  resource('ApiGatewayV2::Api', 'http-api', { Name: 'Http', ProtocolType: 'HTTP' }),
  integration('to-api', apiFunction),
  integration('to-not-found', notFoundFunction),
  resource('ApiGatewayV2::Route', 'default-route', {
    ApiId: 'http-api',
    AuthorizationType: 'NONE',
    RouteKey: '$default',
    Target: 'integrations/to-not-found',
  }),
  resource('ApiGatewayV2::Route', 'api-route', {
    ApiId: 'http-api',
    AuthorizationType: 'JWT',
    AuthorizerId: 'signed-in',
    RouteKey: 'ANY /api/v1/{proxy+}',
    Target: 'integrations/to-api',
    ...route,
  }),
  mayCall(notFoundFunction, ''),
  mayCall(apiFunction, '/api/v1/{proxy+}'),
  resource('ApiGatewayV2::Authorizer', 'signed-in', {
    ApiId: 'http-api',
    AuthorizerType: 'JWT',
    IdentitySource: ['$request.header.Authorization'],
    JwtConfiguration: { Audience: ['desk', 'machines'], Issuer: issuer },
    Name: 'SignedIn',
  }),
  resource('ApiGatewayV2::Stage', 'stage', {
    ApiId: 'http-api',
    AutoDeploy: true,
    DefaultRouteSettings: { ThrottlingBurstLimit: 200, ThrottlingRateLimit: 100 },
    StageName: '$default',
  }),
];
