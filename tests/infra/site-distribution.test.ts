import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { resourcesOf, templates, theOnly } from './synthesised.ts';

const Behaviour = z.looseObject({
  TargetOriginId: z.string(),
  ViewerProtocolPolicy: z.string(),
  AllowedMethods: z.array(z.string()).optional(),
  CachePolicyId: z.unknown(),
  FunctionAssociations: z.array(z.object({ EventType: z.string(), FunctionARN: z.unknown() })).default([]),
});
const Config = z.looseObject({
  DefaultCacheBehavior: Behaviour,
  CacheBehaviors: z.array(Behaviour.extend({ PathPattern: z.string() })),
  Origins: z.array(z.looseObject({ Id: z.string(), DomainName: z.unknown() })),
  OriginGroups: z.object({
    Items: z.array(
      z.object({
        Id: z.string(),
        FailoverCriteria: z.object({ StatusCodes: z.object({ Items: z.array(z.number()) }) }),
        Members: z.object({ Items: z.array(z.object({ OriginId: z.string() })) }),
      }),
    ),
  }),
  CustomErrorResponses: z.array(z.record(z.string(), z.unknown())),
});

const { service } = templates();
const configOf = (template: typeof service) =>
  Config.parse(theOnly(template, 'AWS::CloudFront::Distribution')['DistributionConfig']);
const config = configOf(service);

function behaviour(path: string) {
  const found = config.CacheBehaviors.find(({ PathPattern }) => PathPattern === path);
  if (!found) throw new Error(`No behaviour has the path ${path}`);
  return found;
}
const origin = (id: string) => config.Origins.find(({ Id }) => Id === id);
const isBucket = (id: string) => JSON.stringify(origin(id)?.DomainName).includes('RegionalDomainName');
const isApi = (id: string) => JSON.stringify(origin(id)?.DomainName).includes('.execute-api.');

describe('the distribution', () => {
  it('speaks HTTP/2 and HTTP/3, and never plain HTTP', () => {
    expect(config['HttpVersion']).toBe('http2and3');
    const all = [config.DefaultCacheBehavior, ...config.CacheBehaviors];
    expect(all.map(({ ViewerProtocolPolicy }) => ViewerProtocolPolicy)).not.toContain('allow-all');
  });

  it('signs what it asks the bucket, and asks the API over HTTPS', () => {
    for (const { Id, ...others } of config.Origins)
      if (isBucket(Id))
        expect(others).toMatchObject({ OriginAccessControlId: { 'Fn::GetAtt': [expect.anything(), 'Id'] } });
      else expect(others).toMatchObject({ CustomOriginConfig: { OriginProtocolPolicy: 'https-only' } });
    expect(theOnly(service, 'AWS::CloudFront::OriginAccessControl')).toMatchObject({
      OriginAccessControlConfig: { SigningBehavior: 'always', SigningProtocol: 'sigv4' },
    });
  });

  it('asks the 404 page of the API for what the bucket lacks', () => {
    const [group] = config.OriginGroups.Items;
    expect(config.DefaultCacheBehavior.TargetOriginId).toBe(group?.Id);
    expect(group?.FailoverCriteria.StatusCodes.Items).toEqual([403, 404]);
    const [first = '', second = ''] = group?.Members.Items.map(({ OriginId }) => OriginId) ?? [];
    expect([isBucket(first), isApi(second)]).toEqual([true, true]);
  });

  it('keeps an error for a second at most, and puts no page in the place of the API’s own', () => {
    expect(config.CustomErrorResponses).toEqual(
      [403, 404, 500, 502, 503, 504].map((ErrorCode) => ({ ErrorCode, ErrorCachingMinTTL: 1 })),
    );
  });

  it('keeps a page as long as the page says, whatever cookies and query strings are sent with the question', () => {
    expect(theOnly(service, 'AWS::CloudFront::CachePolicy')).toMatchObject({
      CachePolicyConfig: {
        MinTTL: 0,
        ParametersInCacheKeyAndForwardedToOrigin: {
          CookiesConfig: { CookieBehavior: 'none' },
          HeadersConfig: { HeaderBehavior: 'none' },
          QueryStringsConfig: { QueryStringBehavior: 'none' },
          EnableAcceptEncodingBrotli: true,
          EnableAcceptEncodingGzip: true,
        },
      },
    });
  });
});

// https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-cache-policies.html
const cachingDisabled = '4135ea2d-6df8-44a3-9df3-4b5a84be39ad';

describe('the API’s behaviour', () => {
  // https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-origin-request-policies.html
  const allViewerExceptHostHeader = 'b689b0a8-53d0-40ab-baf2-68738e2966ac';

  it('takes every method, hands on every header but Host, and keeps nothing', () => {
    const api = behaviour('/api/*');
    expect(isApi(api.TargetOriginId)).toBe(true);
    expect(api.CachePolicyId).toBe(cachingDisabled);
    expect(api['OriginRequestPolicyId']).toBe(allViewerExceptHostHeader);
    expect(api.AllowedMethods?.toSorted()).toEqual([
      'DELETE',
      'GET',
      'HEAD',
      'OPTIONS',
      'PATCH',
      'POST',
      'PUT',
    ]);
  });

  it('refuses plain HTTP, over which a token would have gone in the clear', () => {
    expect(behaviour('/api/*').ViewerProtocolPolicy).toBe('https-only');
  });

  it('comes behind that of the API’s document, which anybody may have', () => {
    const paths = config.CacheBehaviors.map(({ PathPattern }) => PathPattern);
    expect(paths.indexOf('/api/v1/openapi.json')).toBeLessThan(paths.indexOf('/api/*'));
    expect(behaviour('/api/v1/openapi.json').FunctionAssociations).toEqual([]);
  });

  it('looks at the token first', () => {
    expect(behaviour('/api/*').FunctionAssociations).toMatchObject([
      {
        EventType: 'viewer-request',
        FunctionARN: { 'Fn::GetAtt': [expect.stringContaining('BearerTokens'), 'FunctionARN'] },
      },
    ]);
  });
});

describe('previews', () => {
  it('come from the API each time, and never over plain HTTP', () => {
    const { TargetOriginId, CachePolicyId, ViewerProtocolPolicy } = behaviour('/preview/*');
    expect(isApi(TargetOriginId)).toBe(true);
    expect([CachePolicyId, ViewerProtocolPolicy]).toEqual([cachingDisabled, 'https-only']);
  });
});

describe('static files', () => {
  it.each(['/assets/*', '/desk/*', '/api/v1/openapi.json'])('%s come from the bucket alone', (path) => {
    expect(isBucket(behaviour(path).TargetOriginId)).toBe(true);
  });

  it('have the readers’ headers, and the desk its own', () => {
    const named = (name: string) => ({ Ref: expect.stringContaining(`Headers${name}`) });
    expect(config.DefaultCacheBehavior['ResponseHeadersPolicyId']).toEqual(named('Readers'));
    expect(behaviour('/assets/*')['ResponseHeadersPolicyId']).toEqual(named('Readers'));
    expect(behaviour('/preview/*')['ResponseHeadersPolicyId']).toEqual(named('Previews'));
    expect(behaviour('/desk/*')['ResponseHeadersPolicyId']).toEqual(named('Desk'));
  });
});

describe('the bucket’s policy', () => {
  const [distribution = ''] = Object.keys(resourcesOf(service, 'AWS::CloudFront::Distribution'));
  const { Statement } = z
    .object({ Statement: z.array(z.record(z.string(), z.unknown())) })
    .parse(theOnly(service, 'AWS::S3::BucketPolicy')['PolicyDocument']);

  it('lets this distribution read objects, and nobody do anything else', () => {
    const allowed = Statement.filter(({ Effect }) => Effect === 'Allow');
    expect(allowed).toMatchObject([
      { Principal: { Service: 'cloudfront.amazonaws.com' }, Action: 's3:GetObject' },
    ]);
    const arn = allowed.map(({ Condition }) => JSON.stringify(Condition)).join();
    expect(arn).toMatch(/^\{"StringEquals":\{"AWS:SourceArn":.*:distribution\//);
    expect(arn).toContain(`{"Ref":"${distribution}"}`);
  });

  it('refuses plain HTTP to everybody', () => {
    expect(Statement).toContainEqual(
      expect.objectContaining({
        Effect: 'Deny',
        Principal: { AWS: '*' },
        Action: 's3:*',
        Condition: { Bool: { 'aws:SecureTransport': 'false' } },
      }),
    );
  });
});

describe('a domain of the office’s own', () => {
  const certificate = 'arn:aws:acm:us-east-1:111111111111:certificate/of-the-office';
  const { service } = templates({ name: 'press.example', certificate });

  it('is served with its certificate and today’s TLS', () => {
    expect(configOf(service)).toMatchObject({
      Aliases: ['press.example'],
      ViewerCertificate: {
        AcmCertificateArn: certificate,
        MinimumProtocolVersion: 'TLSv1.2_2021',
        SslSupportMethod: 'sni-only',
      },
    });
  });

  it('is what the outputs name', () => {
    const values = Object.values(service.findOutputs('*')).map(({ Value }) => Value);
    expect(values).toEqual(
      expect.arrayContaining([
        'https://press.example/',
        'https://press.example/desk/',
        'https://press.example/api/v1/',
      ]),
    );
  });
});
