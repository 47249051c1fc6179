import * as z from 'zod';
import type { Resource } from '../template/template.ts';
import { understood } from '../template/understood.ts';
import type { Answered } from './exchange.ts';

const Override = z.literal(true);
const Properties = z.strictObject({
  ResponseHeadersPolicyConfig: z.strictObject({
    Name: z.string(),
    CustomHeadersConfig: z.strictObject({
      Items: z.array(z.strictObject({ Header: z.string(), Value: z.string(), Override })),
    }),
    SecurityHeadersConfig: z.strictObject({
      ContentSecurityPolicy: z.strictObject({ ContentSecurityPolicy: z.string(), Override }),
      ContentTypeOptions: z.strictObject({ Override }),
      FrameOptions: z.strictObject({ FrameOption: z.string(), Override }),
      ReferrerPolicy: z.strictObject({ ReferrerPolicy: z.string(), Override }),
      StrictTransportSecurity: z.strictObject({
        AccessControlMaxAgeSec: z.int(),
        IncludeSubdomains: z.boolean(),
        Override,
      }),
    }),
  }),
});

/** The headers of a response headers policy, put on every answer of a behaviour. */
export function headerPolicy(resource: Resource): (answer: Answered) => Answered {
  const { CustomHeadersConfig, SecurityHeadersConfig: security } = understood(
    Properties,
    resource,
  ).ResponseHeadersPolicyConfig;
  const { AccessControlMaxAgeSec, IncludeSubdomains } = security.StrictTransportSecurity;
  const headers = {
    ...Object.fromEntries(
      CustomHeadersConfig.Items.map(({ Header, Value }) => [Header.toLowerCase(), Value]),
    ),
    'content-security-policy': security.ContentSecurityPolicy.ContentSecurityPolicy,
    'x-content-type-options': 'nosniff',
    'x-frame-options': security.FrameOptions.FrameOption,
    'referrer-policy': security.ReferrerPolicy.ReferrerPolicy,
    'strict-transport-security': `max-age=${AccessControlMaxAgeSec}${IncludeSubdomains ? '; includeSubDomains' : ''}`,
  };
  return (answer) => ({ ...answer, headers: { ...answer.headers, ...headers } });
}
