import { createHash, randomBytes } from 'node:crypto';
import { createRemoteJWKSet, decodeJwt, jwtVerify } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { Browser } from './browser.ts';
import { type LocalFront, localFront } from './local-front.ts';

const Tokens = z.object({ access_token: z.string(), token_type: z.string(), expires_in: z.number() });
const Problem = z.object({ error: z.string() });
let front: LocalFront;
beforeAll(async () => {
  front = await localFront();
});
afterAll(() => front.close());

const base = () => `${front.site}/_local/sign-in`;
const desk = () => `${front.site}/desk/`;
const verifier = randomBytes(32).toString('base64url');
const authorize = (changes: Record<string, string> = {}) => {
  const asked = {
    response_type: 'code',
    client_id: 'desk',
    redirect_uri: desk(),
    scope: 'openid profile',
    state: 'the-state',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    ...changes,
  };
  return `${base()}/oauth2/authorize?${new URLSearchParams(asked)}`;
};

/** Signs in as a person would; answers the address that the browser is sent back to. */
async function signIn(name: string, group: string, changes: Record<string, string> = {}): Promise<URL> {
  const browser = new Browser();
  const page = await browser.get(authorize(changes));
  expect(page.status).toBe(200);
  return browser.submit(page.url, { name, group });
}

const redeem = (code: string, changes: Record<string, string> = {}) =>
  fetch(`${base()}/oauth2/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: 'desk',
      redirect_uri: desk(),
      code,
      code_verifier: verifier,
      ...changes,
    }),
  });
const codeOf = (address: URL) => address.searchParams.get('code') ?? '';

describe('a person', () => {
  it('signs in with a name and a group, and the API knows them', async () => {
    const back = await signIn('Anna Ruiz', 'editor');
    expect(back.origin + back.pathname).toBe(desk());
    expect(back.searchParams.get('state')).toBe('the-state');

    const response = await redeem(codeOf(back));
    expect(response.status).toBe(200);
    const { access_token, token_type, expires_in } = Tokens.parse(await response.json());
    expect([token_type, expires_in]).toEqual(['Bearer', 8 * 60 * 60]);

    const keys = createRemoteJWKSet(new URL(`${base()}/.well-known/jwks.json`));
    const { payload, protectedHeader } = await jwtVerify(access_token, keys, { issuer: base() });
    expect(protectedHeader).toMatchObject({ alg: 'RS256', kid: expect.any(String) });
    expect(payload).toMatchObject({
      username: 'Anna Ruiz',
      name: 'Anna Ruiz',
      client_id: 'desk',
      token_use: 'access',
      'cognito:groups': ['editor'],
      jti: expect.any(String),
    });

    const called = await front.get('/api/v1/me', { Authorization: `Bearer ${access_token}` });
    expect(called.status).toBe(200);
    expect(await called.json()).toMatchObject({
      requestContext: { authorizer: { jwt: { claims: { sub: payload.sub, 'cognito:groups': '[editor]' } } } },
    });
  });

  it('has the same subject whenever they sign in, by page or by script, and nobody else’s', async () => {
    const signedIn = async (name: string) =>
      decodeJwt(Tokens.parse(await (await redeem(codeOf(await signIn(name, 'author')))).json()).access_token)
        .sub;
    const byScript = async (name: string) =>
      decodeJwt((await front.bearer(name, 'admin')).Authorization.slice('Bearer '.length)).sub;
    const anna = await signedIn('anna');
    expect(await signedIn('anna')).toBe(anna);
    expect(await byScript('anna')).toBe(anna);
    expect(await byScript('bo')).not.toBe(anna);
  });

  it('is asked again when the name is missing or the group is none of the newsroom’s', async () => {
    for (const form of [
      { name: '', group: 'editor' },
      { name: 'anna', group: 'owner' },
    ]) {
      const browser = new Browser();
      const page = await browser.get(authorize());
      const response = await browser.post(page.url, form);
      expect(response.status).toBe(422);
      expect(await response.text()).toContain('<form');
    }
  });

  it('finds every group of the newsroom on the page, with a label for each field', async () => {
    const text = await (await new Browser().get(authorize())).text();
    for (const group of ['author', 'editor', 'admin']) expect(text).toContain(`<option>${group}</option>`);
    expect(text.match(/<label/g)).toHaveLength(2);
    expect(text).toContain('lang="en"');
    expect(text).not.toContain('<script');
  });
});

// The desk sends Cognito’s parameter and OpenID Connect’s, which says the same.
it('leads back to the desk after signing out, and asks who it is the next time', async () => {
  const browser = new Browser();
  const page = await browser.get(authorize());
  await browser.submit(page.url, { name: 'anna', group: 'editor' });
  const out = await browser.press(
    `${base()}/logout?${new URLSearchParams({ client_id: 'desk', logout_uri: desk(), post_logout_redirect_uri: desk() })}`,
    { logout: 'yes' },
  );
  expect(out.href).toBe(desk());
  expect(await (await browser.get(authorize())).text()).toContain('<form');
});

describe('what isn’t safe', () => {
  it('is refused: an address that the client doesn’t own gets no code', async () => {
    const response = await new Browser().get(authorize({ redirect_uri: 'https://elsewhere.example/' }));
    expect(response.status).toBe(400);
  });

  it('is refused: another client', async () => {
    expect((await new Browser().get(authorize({ client_id: 'another' }))).status).toBe(400);
  });

  it('is refused: no challenge, or a plain one', async () => {
    const challenges: Record<string, string>[] = [
      { code_challenge: '', code_challenge_method: '' },
      { code_challenge_method: 'plain' },
    ];
    for (const changes of challenges) {
      const back = await new Browser().redirectOf(authorize(changes));
      expect([back.origin + back.pathname, back.searchParams.get('error')]).toEqual([
        desk(),
        'invalid_request',
      ]);
    }
  });

  it('is refused: a code with another verifier, or a second time', async () => {
    const code = codeOf(await signIn('anna', 'editor'));
    const wrong = await redeem(code, { code_verifier: randomBytes(32).toString('base64url') });
    expect([wrong.status, Problem.parse(await wrong.json()).error]).toEqual([400, 'invalid_grant']);

    const again = codeOf(await signIn('anna', 'editor'));
    expect((await redeem(again)).status).toBe(200);
    expect((await redeem(again)).status).toBe(400);
  });
});

describe('a machine', () => {
  const machine = (secret: string) =>
    fetch(`${base()}/oauth2/token`, {
      method: 'POST',
      headers: { Authorization: `Basic ${Buffer.from(`machines:${secret}`).toString('base64')}` },
      body: new URLSearchParams({ grant_type: 'client_credentials', scope: 'communique/author' }),
    });

  it('gets a token by its credentials, with its scope, that the API takes', async () => {
    const response = await machine('local');
    expect(response.status).toBe(200);
    const { access_token } = Tokens.parse(await response.json());
    expect(decodeJwt(access_token)).toMatchObject({ client_id: 'machines', scope: 'communique/author' });
    expect(decodeJwt(access_token).sub).toBe('machines');
    const called = await front.get('/api/v1/me', { Authorization: `Bearer ${access_token}` });
    expect(called.status).toBe(200);
  });

  it('gets none without them', async () => {
    expect((await machine('wrong')).status).toBe(401);
  });

  it('gets no scope that its client hasn’t got', async () => {
    const response = await fetch(`${base()}/oauth2/token`, {
      method: 'POST',
      headers: { Authorization: `Basic ${Buffer.from('machines:local').toString('base64')}` },
      body: new URLSearchParams({ grant_type: 'client_credentials', scope: 'communique/admin' }),
    });
    const granted = response.ok ? decodeJwt(Tokens.parse(await response.json()).access_token) : {};
    expect(granted).not.toMatchObject({ scope: expect.stringContaining('admin') });
  });
});

it('is described where OpenID Connect clients look', async () => {
  const described = await fetch(`${base()}/.well-known/openid-configuration`);
  expect(await described.json()).toMatchObject({
    issuer: base(),
    authorization_endpoint: `${base()}/oauth2/authorize`,
    token_endpoint: `${base()}/oauth2/token`,
    end_session_endpoint: `${base()}/logout`,
    jwks_uri: `${base()}/.well-known/jwks.json`,
  });
});

it('takes tokens of before a restart', async () => {
  const headers = await front.bearer('anna', 'editor');
  await front.close({ keep: true });
  front = await localFront({ dataDir: front.dataDir, port: front.port });
  expect((await front.raw('/api/v1/me', headers)).status).toBe(200);
});
