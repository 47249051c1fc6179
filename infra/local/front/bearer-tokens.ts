import { createLocalJWKSet, type JSONWebKeySet, type JWTPayload, jwtVerify } from 'jose';
import * as z from 'zod';
import type { Resource } from '../template/template.ts';
import { understood } from '../template/understood.ts';

const Properties = z.strictObject({
  ApiId: z.string(),
  AuthorizerType: z.literal('JWT'),
  IdentitySource: z.tuple([z.literal('$request.header.Authorization')]),
  JwtConfiguration: z.strictObject({ Audience: z.array(z.string()), Issuer: z.string() }),
  Name: z.string(),
});

/**
 * HTTP API's JWT authorizer: RS256 by a key of the issuer, `iss`, `aud` or, in its absence, `client_id`, and the times.
 * Answers the claims as strings, the way a function gets them: a list as `[a b]`. Undefined for a token that doesn't
 * hold.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-jwt-authorizer.html
 */
export function jwtAuthorizer(resource: Resource, keys: () => JSONWebKeySet) {
  const { Audience, Issuer } = understood(Properties, resource).JwtConfiguration;
  return async (authorization: string | undefined): Promise<Record<string, string> | undefined> => {
    const token = (authorization ?? '').replace(/^Bearer +/i, '');
    try {
      const options = { issuer: Issuer, algorithms: ['RS256'], requiredClaims: ['exp'] };
      const { payload, protectedHeader } = await jwtVerify(token, createLocalJWKSet(keys()), options);
      if (!protectedHeader.kid) return undefined;
      const audience = [payload.aud ?? payload.client_id].flat();
      return audience.some((one) => Audience.includes(String(one))) ? asStrings(payload) : undefined;
    } catch {
      return undefined;
    }
  };
}

const asStrings = (payload: JWTPayload): Record<string, string> =>
  Object.fromEntries(
    Object.entries(payload).map(([name, value]) => [
      name,
      Array.isArray(value) ? `[${value.join(' ')}]` : String(value),
    ]),
  );
