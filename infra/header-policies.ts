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

/** The headers of the reader's pages, and of the desk, which also talks to the sign-in service and shows previews. */
export class HeaderPolicies extends Construct {
  readonly readers: ResponseHeadersPolicy;
  readonly desk: ResponseHeadersPolicy;

  constructor(scope: Construct, id: string, { signInOrigin }: { signInOrigin: string }) {
    super(scope, id);
    this.readers = this.policy('Readers', readersContent);
    this.desk = this.policy('Desk', {
      ...readersContent,
      'connect-src': `'self' ${signInOrigin}`,
      'frame-src': "'self'",
    });
  }

  private policy(id: string, content: Record<string, string>): ResponseHeadersPolicy {
    const directives = Object.entries(content).map(([name, value]) => `${name} ${value}`);
    const securityHeadersBehavior: ResponseSecurityHeadersBehavior = {
      contentSecurityPolicy: { contentSecurityPolicy: directives.join('; '), override: true },
      contentTypeOptions: { override: true },
      frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
      referrerPolicy: {
        referrerPolicy: HeadersReferrerPolicy.STRICT_ORIGIN_WHEN_CROSS_ORIGIN,
        override: true,
      },
      strictTransportSecurity: {
        accessControlMaxAge: Duration.days(365),
        includeSubdomains: true,
        override: true,
      },
    };
    const customHeaders = [
      { header: 'Permissions-Policy', value: 'camera=(), geolocation=(), microphone=()', override: true },
      { header: 'Cross-Origin-Opener-Policy', value: 'same-origin', override: true },
    ];
    return new ResponseHeadersPolicy(this, id, {
      securityHeadersBehavior,
      customHeadersBehavior: { customHeaders },
    });
  }
}
