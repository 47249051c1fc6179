import { decodeJwt, generateKeyPair, SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { forget, type Stack, startStack } from './stack.ts';

const good = { type: 'statement', language: 'en', title: 'Refusals', body: 'A text.' };
let stack: Stack;
beforeAll(async () => {
  stack = await startStack();
});
afterAll(async () => {
  await stack.stop();
  await forget(stack);
});

const post = (body: unknown, headers = {}) => stack.api('POST', '/statements', { body, headers });

describe('bad input', () => {
  it.each([
    ['wrong types', { ...good, title: { no: 1 } }, 400],
    ['an unknown field', { ...good, colour: 'red' }, 400],
    ['broken JSON', '{"title": "x', 400],
    ['5 MB of text', { ...good, body: 'x'.repeat(5_000_000) }, 413],
    ['a path that climbs', { ...good, slug: '../../../etc/passwd' }, 422],
    ['a language with a path', { ...good, language: '../en' }, 422],
  ])('of %s is refused as a problem and stores nothing', async (_, body, status) => {
    const response = await post(body);
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    const problem = await response.json();
    expect(problem).toMatchObject({ status, requestId: expect.any(String), detail: expect.any(String) });
    const list = await (await stack.api('GET', '/statements')).json();
    expect(list).toMatchObject({ items: [] });
  });

  it('of another media type is 415', async () => {
    expect((await post('title=x', { 'Content-Type': 'application/x-www-form-urlencoded' })).status).toBe(415);
  });

  it('explains itself at the address of its type', async () => {
    const { type } = z.object({ type: z.url() }).parse(await (await post({})).json());
    const page = await fetch(type);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain(`id="${new URL(type).hash.slice(1)}"`);
  });
});

describe('a token', () => {
  const get = (authorization?: string) =>
    fetch(`${stack.site}/api/v1/statements`, {
      headers: authorization ? { Authorization: authorization } : {},
    });

  it('is not needed for the API’s document', async () => {
    const response = await fetch(`${stack.site}/api/v1/openapi.json`);
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/json']);
    expect(await response.json()).toMatchObject({ openapi: '3.1.1', servers: [{ url: '/api/v1' }] });
  });

  it('that is missing, or none, is 401 with a problem', async () => {
    for (const authorization of [undefined, 'Bearer', 'Bearer x', 'Basic YTpi']) {
      const response = await get(authorization);
      expect([response.status, response.headers.get('content-type')]).toEqual([
        401,
        'application/problem+json',
      ]);
      expect(response.headers.get('www-authenticate')).toContain('Bearer');
    }
  });

  it('that is forged, expired or meant for others is 401', async () => {
    const claims = decodeJwt(await stack.token('editor'));
    const { privateKey } = await generateKeyPair('RS256');
    const forged = await new SignJWT(claims).setProtectedHeader({ alg: 'RS256' }).sign(privateKey);
    const expired = await new SignJWT({ ...claims, exp: 1 })
      .setProtectedHeader({ alg: 'RS256' })
      .sign(privateKey);
    const unsigned = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${forged.split('.')[1]}.`;
    for (const token of [forged, expired, unsigned]) expect((await get(`Bearer ${token}`)).status).toBe(401);
  });

  it('of a group that has no part in this is 403', async () => {
    expect((await stack.api('GET', '/me', { as: 'guest:visitor' })).status).toBe(403);
  });
});
