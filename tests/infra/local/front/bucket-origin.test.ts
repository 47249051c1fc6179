import { type FauxqsServer, startFauxqs } from 'fauxqs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bucketOrigin } from '../../../../infra/local/front/bucket-origin.ts';
import type { Answered } from '../../../../infra/local/front/exchange.ts';
import { askedFor } from './asked.ts';

const stored = {
  'Content-Type': 'text/html; charset=utf-8',
  'Cache-Control': 'public, max-age=0, s-maxage=5',
};
let s3: FauxqsServer;
let endpoint: string;
beforeAll(async () => {
  s3 = await startFauxqs({ port: 0, host: '127.0.0.1', logger: false });
  endpoint = `http://127.0.0.1:${s3.port}`;
  for (const bucket of ['site', 'private']) s3.createBucket(bucket);
  await put('site/en/index.html', '0123456789');
  await put('private/secret.html', 'not public');
});
afterAll(() => s3.stop());

const put = (key: string, body: string) =>
  fetch(`${endpoint}/${key}`, { method: 'PUT', body, headers: stored });
const get = (uri: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answered> =>
  bucketOrigin(endpoint, 'site', () => true)(askedFor(uri, { method, headers }));

describe('an object', () => {
  it('comes with its type, caching and validators', async () => {
    const { status, headers, body } = await get('/en/index.html');
    expect([status, String(body)]).toEqual([200, '0123456789']);
    expect(headers).toMatchObject({
      'content-type': stored['Content-Type'],
      'cache-control': stored['Cache-Control'],
      'content-length': '10',
      etag: expect.stringMatching(/^"[0-9a-f]{32}"$/),
    });
    expect(Date.parse(headers['last-modified'] ?? '')).toBeLessThanOrEqual(Date.now());
  });

  it('tells its headers alone on HEAD', async () => {
    const { status, headers, body } = await get('/en/index.html', {}, 'HEAD');
    expect([status, body.length, headers['content-length']]).toEqual([200, 0, '10']);
  });

  it('is 304 for one who has it, by its ETag, strong or weak, or by its date', async () => {
    const { headers } = await get('/en/index.html');
    const [etag = '', modified = ''] = [headers.etag, headers['last-modified']];
    const conditions: Record<string, string>[] = [
      { 'if-none-match': etag },
      { 'if-none-match': `W/${etag}` },
      { 'if-modified-since': modified },
    ];
    for (const has of conditions) {
      const answer = await get('/en/index.html', has);
      expect([has, answer.status, answer.body.length]).toEqual([has, 304, 0]);
    }
    expect((await get('/en/index.html', { 'if-none-match': '"other"' })).status).toBe(200);
  });

  it('comes in part where a range is asked for', async () => {
    const part = await get('/en/index.html', { range: 'bytes=2-4' });
    expect([part.status, String(part.body), part.headers['content-range']]).toEqual([
      206,
      '234',
      'bytes 2-4/10',
    ]);
    expect((await get('/en/index.html', { range: 'bytes=20-' })).status).toBe(416);
  });

  it('has a key with a space or an accent by its encoded address', async () => {
    await put('site/en/a%20%C3%A9.html', 'encoded');
    expect(String((await get('/en/a%20%C3%A9.html')).body)).toBe('encoded');
  });
});

describe('what isn’t there', () => {
  it('is 403, as S3 answers one who may not list', async () => {
    expect((await get('/nothing.html')).status).toBe(403);
  });

  it('can’t be written', async () => {
    expect((await get('/en/index.html', {}, 'PUT')).status).toBe(405);
  });

  it.each([
    '/../private/secret.html',
    '/en/%2e%2e/%2E%2E/private/secret.html',
    '/..',
    '/en/..',
    '/en/../',
    '/..\\private\\secret.html',
  ])('can’t be reached by climbing out of the bucket: %s', async (uri) => {
    const { status, body } = await get(uri);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(String(body)).not.toMatch(/not public|<(Contents|Bucket)>/);
  });
});

describe('what the bucket’s policy doesn’t let CloudFront get', () => {
  it('is 403, though it is there', async () => {
    const asked: string[] = [];
    const origin = bucketOrigin(endpoint, 'site', (key) => {
      asked.push(key);
      return key !== 'en/index.html';
    });
    await put('site/en/other.html', 'other');
    expect((await origin(askedFor('/en/index.html'))).status).toBe(403);
    expect(String((await origin(askedFor('/en/other.html'))).body)).toBe('other');
    expect(asked).toEqual(['en/index.html', 'en/other.html']);
  });
});
