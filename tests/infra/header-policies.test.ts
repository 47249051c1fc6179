import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { HeaderPolicies } from '../../infra/header-policies.ts';
import { resourcesOf, templateOf } from './synthesised.ts';

const Policy = z.object({
  ResponseHeadersPolicyConfig: z.object({
    SecurityHeadersConfig: z.looseObject({
      ContentSecurityPolicy: z.object({ ContentSecurityPolicy: z.string(), Override: z.literal(true) }),
    }),
    CustomHeadersConfig: z.object({
      Items: z.array(z.object({ Header: z.string(), Value: z.string(), Override: z.literal(true) })),
    }),
  }),
});

const policies = Object.entries(
  resourcesOf(
    templateOf((stack) => {
      const origins = { signInOrigin: 'https://sign-in.example', uploadsOrigin: 'https://uploads.example' };
      return new HeaderPolicies(stack, 'Headers', origins);
    }),
    'AWS::CloudFront::ResponseHeadersPolicy',
  ),
);
function policyOf(name: string) {
  const [, policy] = policies.find(([id]) => id.includes(name)) ?? [];
  return Policy.parse(policy?.Properties).ResponseHeadersPolicyConfig;
}

/** A content security policy's directives: `{ 'script-src': ["'self'"] }`. */
function directivesOf(name: string): Record<string, string[]> {
  const { ContentSecurityPolicy } = policyOf(name).SecurityHeadersConfig.ContentSecurityPolicy;
  return Object.fromEntries(
    ContentSecurityPolicy.split(';').map((directive) => {
      const [key = '', ...sources] = directive.trim().split(' ');
      return [key, sources];
    }),
  );
}

describe.each(['Readers', 'Previews', 'Desk'])('the policy %s', (name) => {
  it('lets nothing be loaded that it doesn’t name, and nothing inline be run', () => {
    const { 'default-src': otherwise, ...named } = directivesOf(name);
    expect(otherwise).toEqual(["'none'"]);
    expect(Object.values(named).flat()).not.toContain('*');
    expect(Object.values(named).flat().join(' ')).not.toMatch(/unsafe|https?:(?!\/\/)/);
    expect(named).toMatchObject({
      'script-src': ["'self'"],
      'style-src': ["'self'"],
      'base-uri': ["'none'"],
      'form-action': ["'self'"],
    });
  });

  it('can’t be framed, and can’t be reached by the page that opened it', () => {
    expect(directivesOf(name)['frame-ancestors']).toEqual(["'none'"]);
    expect(policyOf(name).SecurityHeadersConfig['FrameOptions']).toEqual({
      FrameOption: 'DENY',
      Override: true,
    });
    expect(policyOf(name).CustomHeadersConfig.Items).toContainEqual({
      Header: 'Cross-Origin-Opener-Policy',
      Value: 'same-origin',
      Override: true,
    });
  });

  it('holds a browser to HTTPS for a year, and to the type that is said', () => {
    expect(policyOf(name).SecurityHeadersConfig).toMatchObject({
      StrictTransportSecurity: {
        AccessControlMaxAgeSec: 31_536_000,
        IncludeSubdomains: true,
        Override: true,
      },
      ContentTypeOptions: { Override: true },
    });
  });

  it('asks for no camera, no microphone and no place', () => {
    const { Value } =
      policyOf(name).CustomHeadersConfig.Items.find(({ Header }) => Header === 'Permissions-Policy') ?? {};
    expect(Value?.split(', ').sort()).toEqual(['camera=()', 'geolocation=()', 'microphone=()']);
  });
});

it('lets the desk alone talk to the sign-in service, and send files', () => {
  expect(directivesOf('Readers')['connect-src']).toEqual(["'self'"]);
  expect(directivesOf('Desk')['connect-src']).toEqual([
    "'self'",
    'https://sign-in.example',
    'https://uploads.example',
  ]);
});

it('tells others only the origin of what was read, and of a preview nothing', () => {
  const referrers = ['Readers', 'Desk', 'Previews'].map(
    (name) => policyOf(name).SecurityHeadersConfig['ReferrerPolicy'],
  );
  const origin = { ReferrerPolicy: 'strict-origin-when-cross-origin', Override: true };
  expect(referrers).toEqual([origin, origin, { ReferrerPolicy: 'no-referrer', Override: true }]);
});

it('keeps previews, and them alone, out of search engines', () => {
  const robots = (name: string) =>
    policyOf(name).CustomHeadersConfig.Items.find(({ Header }) => Header === 'X-Robots-Tag')?.Value;
  expect(['Readers', 'Desk', 'Previews'].map(robots)).toEqual([
    undefined,
    undefined,
    'noindex, nofollow, noarchive',
  ]);
});
