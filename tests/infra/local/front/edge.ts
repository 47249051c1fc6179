/** The bucket, the distribution and what belongs to it, as aws-cdk-lib writes them. */
import type { Resource } from '../../../../infra/local/template/template.ts';
import { resource } from './resource.ts';

export const bucket = 'newsroom-site';
const bucketDomain = `${bucket}.s3.us-east-1.amazonaws.com`;
const arn = (name: string) => `arn:aws:cloudfront::000000000000:function/${name}`;
const distributionArn = 'arn:aws:cloudfront::000000000000:distribution/site';

/** What a test may have otherwise: properties of the distribution, the code at the default behaviour's request. */
export type EdgeChanges = { distribution?: Record<string, unknown>; viewerRequest?: string };

const pagesAtFolders = `function handler(event) {
  var request = event.request;
  if (request.uri === '/') return { statusCode: 302, statusDescription: 'Found', headers: { location: { value: '/en/' } } };
  if (request.uri.endsWith('/')) request.uri += 'index.html';
  return request;
}`;

const behaviour = {
  CachePolicyId: 'as-the-object-says',
  Compress: true,
  ViewerProtocolPolicy: 'redirect-to-https',
  ResponseHeadersPolicyId: 'readers',
};
const viewerRequest = (name: string) => ({
  FunctionAssociations: [{ EventType: 'viewer-request', FunctionARN: arn(name) }],
});
const objects = (Id: string) => ({
  DomainName: bucketDomain,
  Id,
  OriginAccessControlId: 'access',
  S3OriginConfig: { OriginAccessIdentity: '' },
});

/** The distribution's configuration, as the service stack has it. */
export const distributionConfig: Record<string, unknown> = {
  CacheBehaviors: [
    {
      AllowedMethods: ['GET', 'HEAD', 'OPTIONS', 'PUT', 'PATCH', 'POST', 'DELETE'],
      CachePolicyId: '4135ea2d-6df8-44a3-9df3-4b5a84be39ad',
      Compress: true,
      OriginRequestPolicyId: 'b689b0a8-53d0-40ab-baf2-68738e2966ac',
      PathPattern: '/api/*',
      TargetOriginId: 'api',
      ViewerProtocolPolicy: 'https-only',
    },
    { ...behaviour, PathPattern: '/assets/*', TargetOriginId: 'objects' },
    {
      ...behaviour,
      ...viewerRequest('pages-at-folders'),
      PathPattern: '/desk/*',
      TargetOriginId: 'objects',
      ResponseHeadersPolicyId: 'desk',
    },
  ],
  CustomErrorResponses: [{ ErrorCachingMinTTL: 1, ErrorCode: 403 }],
  DefaultCacheBehavior: {
    ...behaviour,
    ...viewerRequest('pages-at-folders'),
    TargetOriginId: 'pages',
  },
  Enabled: true,
  HttpVersion: 'http2and3',
  IPV6Enabled: true,
  OriginGroups: {
    Items: [
      {
        FailoverCriteria: { StatusCodes: { Items: [403, 404], Quantity: 2 } },
        Id: 'pages',
        Members: { Items: [{ OriginId: 'objects-of-pages' }, { OriginId: 'api' }], Quantity: 2 },
      },
    ],
    Quantity: 1,
  },
  Origins: [
    objects('objects-of-pages'),
    {
      CustomOriginConfig: { OriginProtocolPolicy: 'https-only', OriginSSLProtocols: ['TLSv1.2'] },
      DomainName: 'http-api.execute-api.us-east-1.amazonaws.com',
      Id: 'api',
    },
    objects('objects'),
  ],
};

export const edgeOf = ({ distribution, viewerRequest: code = pagesAtFolders }: EdgeChanges): Resource[] => [
  resource('S3::Bucket', bucket, {}, `arn:aws:s3:::${bucket}`),
  resource('S3::BucketPolicy', 'bucket-policy', {
    Bucket: bucket,
    PolicyDocument: {
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Action: 's3:GetObject',
          Principal: { Service: 'cloudfront.amazonaws.com' },
          Resource: `arn:aws:s3:::${bucket}/*`,
          Condition: { StringEquals: { 'AWS:SourceArn': distributionArn } },
        },
      ],
    },
  }),
  resource(
    'CloudFront::Distribution',
    'site',
    { DistributionConfig: { ...distributionConfig, ...distribution } },
    distributionArn,
  ),
  resource(
    'CloudFront::Function',
    'pages-at-folders',
    {
      AutoPublish: true,
      FunctionCode: code,
      FunctionConfig: { Comment: 'pages at folders', Runtime: 'cloudfront-js-2.0' },
      Name: 'pages-at-folders',
    },
    arn('pages-at-folders'),
  ),
  resource('CloudFront::CachePolicy', 'as-the-object-says', {
    CachePolicyConfig: {
      DefaultTTL: 5,
      MaxTTL: 31536000,
      MinTTL: 0,
      Name: 'as-the-object-says',
      ParametersInCacheKeyAndForwardedToOrigin: {
        CookiesConfig: { CookieBehavior: 'none' },
        EnableAcceptEncodingBrotli: true,
        EnableAcceptEncodingGzip: true,
        HeadersConfig: { HeaderBehavior: 'none' },
        QueryStringsConfig: { QueryStringBehavior: 'none' },
      },
    },
  }),
  headerPolicy('readers', "default-src 'none'"),
  headerPolicy('desk', "default-src 'self'"),
];

const headerPolicy = (name: string, policy: string) =>
  resource('CloudFront::ResponseHeadersPolicy', name, {
    ResponseHeadersPolicyConfig: {
      CustomHeadersConfig: {
        Items: [{ Header: 'Permissions-Policy', Override: true, Value: 'camera=()' }],
      },
      Name: name,
      SecurityHeadersConfig: {
        ContentSecurityPolicy: { ContentSecurityPolicy: policy, Override: true },
        ContentTypeOptions: { Override: true },
        FrameOptions: { FrameOption: 'DENY', Override: true },
        ReferrerPolicy: { Override: true, ReferrerPolicy: 'strict-origin-when-cross-origin' },
        StrictTransportSecurity: {
          AccessControlMaxAgeSec: 31536000,
          IncludeSubdomains: true,
          Override: true,
        },
      },
    },
  });
