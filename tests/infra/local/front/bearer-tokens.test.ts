import { exportJWK, generateKeyPair, type JWTHeaderParameters, type JWTPayload, SignJWT } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import { jwtAuthorizer } from '../../../../infra/local/front/bearer-tokens.ts';
import { apiOf } from './api.ts';

const issuer = 'http://localhost:4000/_local/sign-in';
const now = () => Math.floor(Date.now() / 1000);
const claims = () => ({
  iss: issuer,
  sub: 'anna-1',
  client_id: 'desk',
  token_use: 'access',
  'cognito:groups': ['author', 'editor'],
  email_verified: true,
  iat: now(),
  exp: now() + 60,
});
type Pair = Awaited<ReturnType<typeof generateKeyPair>>;
let ours: Pair;
let another: Pair;
let authorize: ReturnType<typeof jwtAuthorizer>;
beforeAll(async () => {
  [ours, another] = [await generateKeyPair('RS256'), await generateKeyPair('RS256')];
  const keys = [{ ...(await exportJWK(ours.publicKey)), kid: 'key', alg: 'RS256', use: 'sig' }];
  const authorizer = apiOf(issuer, {}).find(({ type }) => type === 'AWS::ApiGatewayV2::Authorizer');
  if (!authorizer) throw new Error('The API has no authorizer');
  authorize = jwtAuthorizer(authorizer, () => ({ keys }));
});

const signed = (
  changes: JWTPayload = {},
  pair = ours,
  header: JWTHeaderParameters = { alg: 'RS256', kid: 'key' },
) => new SignJWT({ ...claims(), ...changes }).setProtectedHeader(header).sign(pair.privateKey);
const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

describe('a token that holds', () => {
  it('gives its claims as strings, a list as [a b]', async () => {
    const given = claims();
    const token = await signed(given);
    expect(await authorize(`Bearer ${token}`)).toEqual({
      ...given,
      'cognito:groups': '[author editor]',
      email_verified: 'true',
      iat: String(given.iat),
      exp: String(given.exp),
    });
  });

  it('may be of any client of the audience', async () => {
    expect(await authorize(`Bearer ${await signed({ client_id: 'machines' })}`)).toBeDefined();
  });
});

// https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-jwt-authorizer.html
describe('a token that doesn’t hold', () => {
  it.each([
    ['expired', () => signed({ exp: now() - 1 })],
    ['without an end', () => signed({ exp: undefined })],
    ['not yet valid', () => signed({ nbf: now() + 60 })],
    ['of another issuer', () => signed({ iss: 'http://localhost:4000/' })],
    ['of another client', () => signed({ client_id: 'another' })],
    ['of another audience, whatever its client', () => signed({ aud: 'another' })],
    ['signed with another key', () => signed({}, another)],
    ['of a key that isn’t known', () => signed({}, ours, { alg: 'RS256', kid: 'other' })],
    ['naming no key', () => signed({}, ours, { alg: 'RS256' })],
    ['unsigned', async () => `${encoded({ alg: 'none', kid: 'key' })}.${encoded(claims())}.`],
    ['signed with the public key as a secret', () => withPublicKeyAsSecret()],
    ['changed after it was signed', () => changed()],
    ['none at all', async () => 'x'],
  ])('is refused: %s', async (_, token) => {
    expect(await authorize(`Bearer ${await token()}`)).toBeUndefined();
  });

  it('is refused when there is none', async () => {
    for (const header of [undefined, '', 'Bearer', 'Bearer '])
      expect(await authorize(header)).toBeUndefined();
  });
});

async function withPublicKeyAsSecret(): Promise<string> {
  const { n = '' } = await exportJWK(ours.publicKey);
  return new SignJWT(claims())
    .setProtectedHeader({ alg: 'HS256', kid: 'key' })
    .sign(Buffer.from(n, 'base64url'));
}

async function changed(): Promise<string> {
  const [header, , signature] = (await signed()).split('.');
  return [header, encoded({ ...claims(), 'cognito:groups': ['admin'] }), signature].join('.');
}
