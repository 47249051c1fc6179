import { describe, expect, it } from 'vitest';
import { apiFunction } from '../../infra/api.ts';
import { StatementApi } from '../../infra/http-api.ts';
import { notFoundFunction } from '../../infra/not-found.ts';
import { previewFunction } from '../../infra/preview.ts';
import { resourcesOf, templateOf, theOnly } from './synthesised.ts';

const template = templateOf((stack, newsroom) => {
  const api = apiFunction(stack, newsroom);
  const preview = previewFunction(stack, newsroom);
  const notFound = notFoundFunction(stack, newsroom);
  new StatementApi(stack, 'Api', { api, preview, notFound, signIn: newsroom.state.signIn });
});
const routes = Object.values(resourcesOf(template, 'AWS::ApiGatewayV2::Route')).map(
  (route) => route.Properties,
);

/** The name of the function that a route's calls come to. */
function functionOf(routeKey: string): string {
  const target = JSON.stringify(routes.find(({ RouteKey }) => RouteKey === routeKey)?.['Target']);
  const integrations = Object.entries(resourcesOf(template, 'AWS::ApiGatewayV2::Integration'));
  const [, integration] = integrations.find(([id]) => target.includes(id)) ?? [];
  const uri = JSON.stringify(integration?.Properties['IntegrationUri']);
  const functions = Object.entries(resourcesOf(template, 'AWS::Lambda::Function'));
  const [, fn] = functions.find(([id]) => uri.includes(id)) ?? [];
  return (
    JSON.stringify(fn?.Properties['Environment']).match(/"POWERTOOLS_SERVICE_NAME":"([^"]+)"/)?.[1] ?? ''
  );
}

describe('the HTTP API', () => {
  it('opens no route without a token but previews, which bring their own, and the 404 page', () => {
    const open = routes.filter(({ AuthorizationType }) => AuthorizationType !== 'JWT');
    expect(open.map(({ RouteKey }) => RouteKey).sort()).toEqual(['$default', 'ANY /preview/{proxy+}']);
    expect(functionOf('ANY /preview/{proxy+}')).toBe('preview');
    expect(functionOf('$default')).toBe('not-found');
  });

  it('gives all calls below /api/v1 to one function', () => {
    expect(functionOf('ANY /api/v1/{proxy+}')).toBe('api');
  });

  it('takes tokens of the newsroom’s own sign-in, for the desk and for machines alone', () => {
    const [authorizer = ''] = Object.keys(resourcesOf(template, 'AWS::ApiGatewayV2::Authorizer'));
    const guarded = routes.filter(({ AuthorizationType }) => AuthorizationType === 'JWT');
    expect(guarded.map(({ AuthorizerId }) => AuthorizerId)).toEqual([{ Ref: authorizer }]);
    expect(theOnly(template, 'AWS::ApiGatewayV2::Authorizer')).toMatchObject({
      AuthorizerType: 'JWT',
      IdentitySource: ['$request.header.Authorization'],
      JwtConfiguration: {
        Audience: [
          { 'Fn::ImportValue': expect.stringContaining('PoolDesk') },
          { 'Fn::ImportValue': expect.stringContaining('PoolMachines') },
        ],
        Issuer: { 'Fn::ImportValue': expect.stringContaining('ProviderURL') },
      },
    });
  });

  it('is throttled, and goes live with each deployment', () => {
    expect(theOnly(template, 'AWS::ApiGatewayV2::Stage')).toMatchObject({
      StageName: '$default',
      AutoDeploy: true,
      DefaultRouteSettings: { ThrottlingRateLimit: 100, ThrottlingBurstLimit: 200 },
    });
  });

  it('logs what was asked and answered, and not by whom or from where', () => {
    const format = JSON.stringify(theOnly(template, 'AWS::ApiGatewayV2::Stage')['AccessLogSettings']);
    expect(format).toContain('$context.requestId');
    expect(format).toContain('$context.status');
    expect(format).not.toMatch(/identity|sourceIp|authorizer|userAgent/);
  });
});
