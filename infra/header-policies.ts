import { Duration } from 'aws-cdk-lib';
import {
  HeadersFrameOption,
  HeadersReferrerPolicy,
  ResponseHeadersPolicy,
  type ResponseSecurityHeadersBehavior,
} from 'aws-cdk-lib/aws-cloudfront';
import { Construct } from 'constructs';

/** What a page may load: its own style, script and pictures, and nothing from anywhere else. */
const readersContent = {
  'default-src': "'none'",
  'style-src': "'self'",
  'script-src': "'self'",
  'img-src': "'self' data:",
  'connect-src': "'self'",
  'form-action': "'self'",
  'base-uri': "'none'",
  'frame-ancestors': "'none'",
};

/** What a policy says otherwise than the readers' one, or besides. */
type Own = { referrers?: HeadersReferrerPolicy; custom?: Record<string, string> };

/**
 * The headers of the reader's pages; of previews, whose address is told to nobody and found by no search engine; and of
 * the desk, which also talks to the sign-in service, sends files and shows pages.
 */
export class HeaderPolicies extends Construct {
  readonly readers: ResponseHeadersPolicy;
  readonly previews: ResponseHeadersPolicy;
  readonly desk: ResponseHeadersPolicy;

  constructor(
    scope: Construct,
    id: string,
    { signInOrigin, uploadsOrigin }: { signInOrigin: string; uploadsOrigin: string },
  ) {
    super(scope, id);
    this.readers = this.policy('Readers', readersContent);
    this.previews = this.policy('Previews', readersContent, {
      referrers: HeadersReferrerPolicy.NO_REFERRER,
      custom: { 'X-Robots-Tag': 'noindex, nofollow, noarchive' },
    });
    this.desk = this.policy('Desk', {
      ...readersContent,
      'connect-src': `'self' ${signInOrigin} ${uploadsOrigin}`,
      'frame-src': "'self'",
    });
  }

  private policy(
    id: string,
    content: Record<string, string>,
    { referrers = HeadersReferrerPolicy.STRICT_ORIGIN_WHEN_CROSS_ORIGIN, custom = {} }: Own = {},
  ): ResponseHeadersPolicy {
    const directives = Object.entries(content).map(([name, value]) => `${name} ${value}`);
    const securityHeadersBehavior: ResponseSecurityHeadersBehavior = {
      contentSecurityPolicy: { contentSecurityPolicy: directives.join('; '), override: true },
      contentTypeOptions: { override: true },
      frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
      referrerPolicy: { referrerPolicy: referrers, override: true },
      strictTransportSecurity: {
        accessControlMaxAge: Duration.days(365),
        includeSubdomains: true,
        override: true,
      },
    };
    const customHeaders = Object.entries({
      'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
      'Cross-Origin-Opener-Policy': 'same-origin',
      ...custom,
    }).map(([header, value]) => ({ header, value, override: true }));
    return new ResponseHeadersPolicy(this, id, {
      securityHeadersBehavior,
      customHeadersBehavior: { customHeaders },
    });
  }
}
