import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { compressed } from '../../../../infra/local/front/compression.ts';
import { answerText } from '../../../../infra/local/front/exchange.ts';
import { askedFor } from './asked.ts';

const page = '<p>Better than the weather.</p>'.repeat(100);
const compress = (accepted: string, text = page, type = 'text/html; charset=utf-8', status = 200) =>
  compressed(
    askedFor('/', { headers: { 'accept-encoding': accepted } }),
    answerText(status, type, text, { etag: '"1"', 'content-length': String(text.length) }),
  );

describe('compression', () => {
  it.each([
    ['br', 'br'],
    ['gzip', 'gzip'],
    ['gzip, deflate, br', 'br'],
  ])('for one who accepts %s is %s, and the text is the same', (accepted, encoding) => {
    const { headers, body } = compress(accepted);
    expect(headers).toMatchObject({ 'content-encoding': encoding, vary: 'Accept-Encoding', etag: 'W/"1"' });
    expect(headers['content-length'] ?? String(body.length)).toBe(String(body.length));
    expect(String(encoding === 'br' ? brotliDecompressSync(body) : gunzipSync(body))).toBe(page);
  });

  it.each([
    ['one who accepts none', compress('identity')],
    ['one who names gzip to refuse it', compress('gzip;q=0, identity')],
    ['999 bytes', compress('br', 'x'.repeat(999))],
    ['more than 10 MB', compress('br', 'x'.repeat(10_000_001))],
    ['a picture', compress('br', page, 'image/png')],
    ['a part', compress('br', page, 'text/html', 206)],
  ])('is none for %s', (_, { headers }) => {
    expect(headers).not.toHaveProperty('content-encoding');
    expect(headers.etag).toBe('"1"');
  });

  it.each(['text/css', 'text/javascript', 'application/json', 'application/rss+xml', 'image/svg+xml'])(
    'takes %s from 1,000 bytes',
    (type) => {
      expect(compress('br', 'x'.repeat(1000), type).headers['content-encoding']).toBe('br');
    },
  );
});
