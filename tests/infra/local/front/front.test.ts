import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { notFoundFunction } from './api.ts';
import { type LocalFront, localFront } from './local-front.ts';

const html = { 'Content-Type': 'text/html; charset=utf-8' };
const page = '<p>Better than the weather.</p>'.repeat(100);
let front: LocalFront;
beforeAll(async () => {
  front = await localFront();
  await front.put('en/index.html', page, html);
  await front.put('desk/index.html', 'the desk', html);
  await front.put('secret.html', 'not public', html, 'another');
});
afterAll(() => front.close());

describe('the site', () => {
  it('is read from the bucket through the distribution', async () => {
    const response = await front.get('/en/', { 'Accept-Encoding': 'gzip, br' });
    expect([response.status, await response.text()]).toEqual([200, page]);
    expect(response.headers.get('content-security-policy')).toBe("default-src 'none'");
    expect(response.headers.get('content-encoding')).toBe('br');
    expect((await front.get('/desk/')).headers.get('content-security-policy')).toBe("default-src 'self'");
  });

  it('is 304 for a reader who has the compressed page', async () => {
    const headers = { 'Accept-Encoding': 'gzip' };
    const etag = (await front.get('/en/', headers)).headers.get('etag') ?? '';
    const again = await front.get('/en/', { ...headers, 'If-None-Match': etag });
    expect([again.status, await again.text()]).toEqual([304, '']);
  });

  it('answers HEAD with headers alone', async () => {
    const response = await fetch(`${front.site}/en/`, { method: 'HEAD' });
    expect([response.status, await response.text()]).toEqual([200, '']);
    expect(response.headers.get('content-type')).toBe(html['Content-Type']);
  });

  it('has the function’s 404 page for an address without an object', async () => {
    const response = await front.get('/en/2031/01/01/nothing/');
    expect([response.status, await response.text()]).toEqual([404, '<h1>Not found</h1>']);
    expect(response.headers.get('content-security-policy')).toBe("default-src 'none'");
    expect(front.calls.at(-1)).toMatchObject({ functionArn: notFoundFunction });
  });

  it.each([
    '/../another/secret.html',
    '/assets/../../another/secret.html',
    '/assets/%2e%2e/%2e%2e/another/secret.html',
  ])('is no way into another bucket: %s', async (path) => {
    const { status, text } = await front.raw(path);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(text).not.toContain('not public');
  });

  it('is there by either loopback address', async () => {
    for (const host of ['127.0.0.1', '[::1]'])
      expect((await fetch(`http://${host}:${front.port}/en/`)).status).toBe(200);
  });
});

describe('the API', () => {
  it('gets the caller’s claims, body and method', async () => {
    const response = await fetch(`${front.site}/api/v1/statements?limit=1`, {
      method: 'POST',
      headers: { ...(await front.bearer('anna', 'editor')), 'Content-Type': 'application/json' },
      body: '{"title":"Reef"}',
    });
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({
      rawPath: '/api/v1/statements',
      rawQueryString: 'limit=1',
      body: '{"title":"Reef"}',
      requestContext: {
        http: { method: 'POST' },
        authorizer: { jwt: { claims: { name: 'anna', 'cognito:groups': '[editor]', client_id: 'desk' } } },
      },
    });
  });

  it('is 401 without a token', async () => {
    const response = await front.get('/api/v1/statements');
    expect([response.status, await response.json()]).toEqual([401, { message: 'Unauthorized' }]);
  });

  it('is 413, and not a broken connection, for more than a function takes', async () => {
    const response = await fetch(`${front.site}/api/v1/statements`, {
      method: 'POST',
      headers: { ...(await front.bearer('anna', 'editor')), 'Content-Type': 'application/json' },
      body: 'x'.repeat(11_000_000),
    });
    expect(response.status).toBe(413);
  });
});

describe('/_local/', () => {
  it('shows functions and queues, whatever their errors say', async () => {
    const response = await front.get('/_local/');
    expect(response.headers.get('content-type')).toContain('text/html');
    const text = await response.text();
    for (const said of ['render', '7', 'Error: &lt;b&gt;late&lt;/b&gt;', 'render-dead', '3'])
      expect(text).toContain(said);
    expect(text).toMatch(/http-equiv="?refresh/);
    expect(text).not.toContain('<script');
  });

  it.each([
    ['http://attacker.example', 403],
    ['null', 403],
    ['its own', 200],
  ])('takes what a page of %s sends with %d', async (origin, status) => {
    const response = await fetch(`${front.site}/_local/token`, {
      method: 'POST',
      headers: { Origin: origin === 'its own' ? front.site : origin },
      body: JSON.stringify({ name: 'Ada', group: 'editor' }),
    });
    expect(response.status).toBe(status);
  });

  it('is for this machine’s own names alone, lest another name leads a page here (DNS rebinding)', async () => {
    const { status, text } = await front.raw('/_local/status.json', { host: 'press.example' });
    expect([status, text]).toEqual([403, 'This is for this machine alone\n']);
    expect((await front.raw('/_local/status.json', { host: 'localhost:1' })).status).toBe(200);
  });

  it('has nothing at other addresses, nor for a token that isn’t asked for rightly', async () => {
    expect((await front.get('/_local/nothing')).status).toBe(404);
    for (const body of ['{}', '', 'no JSON', '{"name":"","group":"editor"}']) {
      const response = await fetch(`${front.site}/_local/token`, { method: 'POST', body });
      expect([body, response.status]).toEqual([body, expect.toBeOneOf([400, 422])]);
    }
  });
});

it('doesn’t start on a port that is taken', async () => {
  await expect(localFront({ port: front.port })).rejects.toThrow(/EADDRINUSE/);
});
