import { describe, expect, it } from 'vitest';
import { answerText } from '../../../../infra/local/front/exchange.ts';
import { headerPolicy } from '../../../../infra/local/front/header-policy.ts';
import { resource } from './resource.ts';

const security = {
  ContentSecurityPolicy: { ContentSecurityPolicy: "default-src 'none'", Override: true },
  ContentTypeOptions: { Override: true },
  FrameOptions: { FrameOption: 'DENY', Override: true },
  ReferrerPolicy: { Override: true, ReferrerPolicy: 'no-referrer' },
  StrictTransportSecurity: { AccessControlMaxAgeSec: 31536000, IncludeSubdomains: true, Override: true },
};
const policy = (config: object = {}) =>
  headerPolicy(
    resource('CloudFront::ResponseHeadersPolicy', 'readers', {
      ResponseHeadersPolicyConfig: {
        CustomHeadersConfig: {
          Items: [{ Header: 'Permissions-Policy', Override: true, Value: 'camera=()' }],
        },
        Name: 'readers',
        SecurityHeadersConfig: security,
        ...config,
      },
    }),
  );

describe('a response headers policy', () => {
  it('adds its headers to what the origin answered', () => {
    const { status, headers, body } = policy()(answerText(404, 'text/html', 'page', { etag: '"1"' }));
    expect([status, String(body)]).toEqual([404, 'page']);
    expect(headers).toEqual({
      'content-type': 'text/html',
      etag: '"1"',
      'content-security-policy': "default-src 'none'",
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'strict-transport-security': 'max-age=31536000; includeSubDomains',
      'permissions-policy': 'camera=()',
    });
  });

  it('takes the place of the origin’s own', () => {
    const answer = policy()(answerText(200, 'text/html', '', { 'permissions-policy': 'camera=*' }));
    expect(answer.headers['permissions-policy']).toBe('camera=()');
  });

  it.each([
    ['CORS', { CorsConfig: {} }],
    ['headers to remove', { RemoveHeadersConfig: { Items: [] } }],
    ['server timing', { ServerTimingHeadersConfig: { Enabled: true } }],
    ['an unknown security header', { SecurityHeadersConfig: { ...security, XSSProtection: {} } }],
    [
      'a header that leaves the origin’s own',
      { CustomHeadersConfig: { Items: [{ Header: 'A', Override: false, Value: 'b' }] } },
    ],
  ])('with %s, which isn’t known here, is refused', (_, config) => {
    expect(() => policy(config)).toThrow();
  });
});
