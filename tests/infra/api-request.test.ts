import { describe, expect, it } from 'vitest';
import { atTheEdge, codeOf } from './edge-function.ts';

const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const tokenOf = (claims: unknown) => `${part({ alg: 'RS256' })}.${part(claims)}.signature`;
const now = Math.floor(Date.now() / 1000);
const ours = { sub: 'rosa', iss: 'https://issuer.example', client_id: 'desk' };
const good = tokenOf({ ...ours, exp: now + 600 });

const call = (authorization?: string) =>
  atTheEdge('BearerTokens', '/api/v1/statements', authorization === undefined ? {} : { authorization });

describe('a call of the API', () => {
  it.each([
    `Bearer ${good}`,
    `bearer ${good}`,
    `Bearer ${tokenOf({ ...ours, aud: ['x', 'machines'], exp: now + 600 })}`,
  ])('goes on with an unexpired token', (authorization) => {
    const outcome = call(authorization);
    expect(outcome.statusCode).toBeUndefined();
    expect(outcome).toMatchObject({
      uri: '/api/v1/statements',
      headers: { authorization: { value: authorization } },
    });
  });

  it.each([
    ['no token', undefined],
    ['an empty header', ''],
    ['another scheme', 'Basic cm9zYTpyb3Nh'],
    ['no token after the scheme', 'Bearer '],
    ['two tokens', `Bearer ${good} ${good}`],
    ['two parts', `Bearer ${good.split('.').slice(0, 2).join('.')}`],
    ['no signature', `Bearer ${good.split('.').slice(0, 2).join('.')}.`],
    ['four parts', `Bearer ${good}.more`],
    ['no JSON in it', 'Bearer a.b.c'],
    ['null for claims', `Bearer ${tokenOf(null)}`],
    ['a number for claims', `Bearer ${tokenOf(7)}`],
    ['no time of expiry', `Bearer ${tokenOf(ours)}`],
    ['words for a time of expiry', `Bearer ${tokenOf({ ...ours, exp: 'never' })}`],
    ['another issuer', `Bearer ${tokenOf({ ...ours, iss: 'https://other.example', exp: now + 600 })}`],
    ['another audience', `Bearer ${tokenOf({ ...ours, client_id: 'other', exp: now + 600 })}`],
    ['another audience in a list', `Bearer ${tokenOf({ ...ours, aud: ['other'], exp: now + 600 })}`],
    ['an expired token', `Bearer ${tokenOf({ ...ours, exp: now - 1 })}`],
  ])('is refused with problem details when it has %s', (_what, authorization) => {
    const { statusCode, headers, body } = call(authorization);
    expect(statusCode).toBe(401);
    expect(headers).toMatchObject({
      'content-type': { value: 'application/problem+json' },
      'www-authenticate': { value: expect.stringMatching(/^Bearer/) },
      'cache-control': { value: 'no-store' },
    });
    expect(JSON.parse(body ?? '')).toEqual({
      type: 'https://press.example/docs/problems/#unauthenticated',
      title: 'A valid bearer token is needed',
      status: 401,
      detail: expect.stringMatching(/^[A-Z].*\.$/),
      requestId: 'request-1',
    });
  });

  it('tells who has an expired token to sign in again', () => {
    expect(JSON.parse(call(`Bearer ${tokenOf({ ...ours, exp: now - 1 })}`).body ?? '').detail).toContain(
      'expired',
    );
  });

  it('does not give the token back', () => {
    expect(call(`Bearer ${tokenOf({ ...ours, exp: now - 1 })}`).body).not.toContain('rosa');
  });
});

it('fits into CloudFront’s 10 KB', () => {
  expect(Buffer.byteLength(codeOf('BearerTokens'))).toBeLessThan(10_240);
});
