import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Duration, Stack, Validations } from 'aws-cdk-lib';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import * as cloudfront from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin, OriginGroup, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import { AnyPrincipal, Effect, PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Bucket, BucketPolicy } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { cacheTagHeader } from '../shared/cache-tags.ts';
import type { SiteFile } from '../shared/site-file.ts';
import { HeaderPolicies } from './header-policies.ts';
import type { SignIn } from './sign-in.ts';
import type { SiteBucket } from './site-bucket.ts';

/** A domain of the office's own, and the ARN of its certificate in us-east-1, where CloudFront wants it. */
export type Domain = { name: string; certificate: string };
type Props = {
  site: SiteFile;
  origin: string;
  bucket: SiteBucket;
  /** Where the desk sends files. */
  uploadsOrigin: string;
  apiHost: string;
  signIn: Pick<SignIn, 'issuer' | 'domain'> & Record<'desk' | 'machines', { userPoolClientId: string }>;
  domain: Domain | undefined;
};

/** What readers, the desk and integrators reach: one distribution before the site's bucket and the API. */
export class SiteDistribution extends Construct {
  readonly distribution: cloudfront.Distribution;

  constructor(
    scope: Construct,
    id: string,
    { site, origin, bucket, uploadsOrigin, apiHost, signIn, domain }: Props,
  ) {
    super(scope, id);
    const headers = new HeaderPolicies(this, 'Headers', { signInOrigin: signIn.domain, uploadsOrigin });
    // Imported, so that the origin access control doesn't grant from the state stack to this one in a circle.
    const imported = Bucket.fromBucketAttributes(this, 'Bucket', {
      bucketName: bucket.bucket.bucketName,
      bucketRegionalDomainName: bucket.bucket.bucketRegionalDomainName,
    });
    const objects = S3BucketOrigin.withOriginAccessControl(imported);
    const api = new HttpOrigin(apiHost, { protocolPolicy: cloudfront.OriginProtocolPolicy.HTTPS_ONLY });
    // What the bucket lacks is answered by the `not-found` function: see docs/decisions/the-404-page-is-a-function.md
    const pages = new OriginGroup({
      primaryOrigin: objects,
      fallbackOrigin: api,
      fallbackStatusCodes: [403, 404],
    });

    const cachePolicy = new cloudfront.CachePolicy(this, 'AsTheObjectSays', {
      minTtl: Duration.seconds(0),
      defaultTtl: Duration.seconds(5),
      maxTtl: Duration.days(365),
      enableAcceptEncodingBrotli: true,
      enableAcceptEncodingGzip: true,
    });
    const cleanAddresses = this.viewerRequest('CleanAddresses', 'viewer-request.js', {
      LANGUAGES: site.languages.map(({ code }) => code),
    });
    const static_ = {
      cachePolicy,
      viewerProtocolPolicy: cloudfront.ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      compress: true,
    };
    this.distribution = new cloudfront.Distribution(this, 'Distribution', {
      ...(domain && {
        domainNames: [domain.name],
        certificate: Certificate.fromCertificateArn(this, 'Certificate', domain.certificate),
        minimumProtocolVersion: cloudfront.SecurityPolicyProtocol.TLS_V1_2_2021,
      }),
      httpVersion: cloudfront.HttpVersion.HTTP2_AND_3,
      defaultBehavior: {
        ...static_,
        origin: pages,
        responseHeadersPolicy: headers.readers,
        functionAssociations: cleanAddresses,
      },
      additionalBehaviors: {
        // Before the API, since the first pattern that matches is taken: the one address there that needs no token.
        '/api/v1/openapi.json': { ...static_, origin: objects, responseHeadersPolicy: headers.readers },
        '/api/*': {
          origin: api,
          allowedMethods: cloudfront.AllowedMethods.ALLOW_ALL,
          cachePolicy: cloudfront.CachePolicy.CACHING_DISABLED,
          originRequestPolicy: cloudfront.OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
          viewerProtocolPolicy: cloudfront.ViewerProtocolPolicy.HTTPS_ONLY,
          functionAssociations: this.viewerRequest('BearerTokens', 'api-request.js', {
            DOCS: `${origin}/docs/problems/`,
            ISSUER: signIn.issuer,
            CLIENTS: [signIn.desk, signIn.machines].map((client) => client.userPoolClientId),
          }),
        },
        // Nothing is kept: each opening is recorded.
        '/preview/*': {
          origin: api,
          cachePolicy: cloudfront.CachePolicy.CACHING_DISABLED,
          viewerProtocolPolicy: cloudfront.ViewerProtocolPolicy.HTTPS_ONLY,
          responseHeadersPolicy: headers.previews,
        },
        '/assets/*': { ...static_, origin: objects, responseHeadersPolicy: headers.readers },
        '/desk/*': {
          ...static_,
          origin: objects,
          responseHeadersPolicy: headers.desk,
          functionAssociations: cleanAddresses,
        },
      },
      // No pages here: they would also take the place of the API's own answers, since they hold for all behaviours.
      errorResponses: [403, 404, 500, 502, 503, 504].map((httpStatus) => ({
        httpStatus,
        ttl: Duration.seconds(1),
      })),
    });
    this.takeTags();
    this.acknowledge(domain);
    this.bucketPolicy(imported, bucket);
  }

  /** Objects leave the edges by the tags that they have as metadata; the construct has no word for it yet. */
  private takeTags(): void {
    const { defaultChild } = this.distribution.node;
    if (defaultChild instanceof cloudfront.CfnDistribution)
      defaultChild.addPropertyOverride('DistributionConfig.CacheTagConfig.HeaderName', cacheTagHeader);
  }

  private viewerRequest(
    id: string,
    file: string,
    values: Record<string, unknown>,
  ): cloudfront.FunctionAssociation[] {
    const source = readFileSync(resolve(import.meta.dirname, file), 'utf8');
    const code = Object.entries(values).reduce(
      (text, [name, value]) => text.replace(`= ${name};`, `= ${JSON.stringify(value)};`),
      source,
    );
    const fn = new cloudfront.Function(this, id, {
      code: cloudfront.FunctionCode.fromInline(code),
      runtime: cloudfront.FunctionRuntime.JS_2_0,
    });
    return [{ function: fn, eventType: cloudfront.FunctionEventType.VIEWER_REQUEST }];
  }

  /** Only this distribution reads the bucket, and nobody over plain HTTP. */
  private bucketPolicy(
    imported: ReturnType<typeof Bucket.fromBucketAttributes>,
    { bucket }: SiteBucket,
  ): void {
    const { document } = new BucketPolicy(this, 'BucketPolicy', { bucket: imported });
    const distributionArn = Stack.of(this).formatArn({
      service: 'cloudfront',
      region: '',
      resource: 'distribution',
      resourceName: this.distribution.distributionId,
    });
    document.addStatements(
      new PolicyStatement({
        principals: [new ServicePrincipal('cloudfront.amazonaws.com')],
        actions: ['s3:GetObject'],
        resources: [bucket.arnForObjects('*')],
        conditions: { StringEquals: { 'AWS:SourceArn': distributionArn } },
      }),
      new PolicyStatement({
        effect: Effect.DENY,
        principals: [new AnyPrincipal()],
        actions: ['s3:*'],
        resources: [bucket.bucketArn, bucket.arnForObjects('*')],
        conditions: { Bool: { 'aws:SecureTransport': 'false' } },
      }),
    );
  }

  private acknowledge(domain: Domain | undefined): void {
    Validations.of(this.distribution).acknowledge(
      { id: 'AwsSolutions-CFR1', reason: 'A press office speaks to readers of every country.' },
      {
        id: 'AwsSolutions-CFR2',
        reason:
          'The site is static and the API throttled; a web ACL costs at rest. An office may attach one.',
      },
      {
        id: 'AwsSolutions-CFR3',
        reason: 'Access logs hold readers’ IP addresses, which are personal data that nobody here needs.',
      },
    );
    Validations.of(this).acknowledge({
      id: 'Annotation::@aws-cdk/aws-cloudfront-origins:updateImportedBucketPolicyOac',
      reason: 'The policy is the one below.',
    });
    if (!domain)
      Validations.of(this.distribution).acknowledge({
        id: 'AwsSolutions-CFR4',
        reason:
          'CloudFront’s own certificate comes with its own minimum; with -c domain it is TLS 1.2 of 2021.',
      });
  }
}
