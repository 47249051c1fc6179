import { describe, expect, it } from 'vitest';
import { atTheEdge, codeOf } from './edge-function.ts';

const visit = (uri: string, acceptLanguage?: string) =>
  atTheEdge('CleanAddresses', uri, acceptLanguage === undefined ? {} : { 'accept-language': acceptLanguage });
const location = (uri: string, acceptLanguage?: string) =>
  visit(uri, acceptLanguage).headers?.['location']?.value;

describe('the site’s address', () => {
  it.each([
    ['fr', '/fr/'],
    ['FR', '/fr/'],
    ['fr-CA', '/fr/'],
    ['en;q=0.2, fr;q=0.9', '/fr/'],
    ['de, fr;q=0.1', '/fr/'],
    ['fr;q=0, en;q=0.1', '/en/'],
    ['fr;q=0', '/en/'],
    ['de', '/en/'],
    ['*', '/en/'],
    ['fr;q=nonsense', '/en/'],
    ['', '/en/'],
    [undefined, '/en/'],
  ])('leads a reader who prefers %j to %s', (wish, target) => {
    expect(visit('/', wish).statusCode).toBe(302);
    expect(location('/', wish)).toBe(target);
  });
});

describe('a folder', () => {
  it.each([
    ['/en/', '/en/index.html'],
    ['/en/2026/05/04/slug/', '/en/2026/05/04/slug/index.html'],
    ['/desk/', '/desk/index.html'],
  ])('%s is its index.html', (uri, object) => {
    expect(visit(uri)).toMatchObject({ uri: object });
    expect(visit(uri).statusCode).toBeUndefined();
  });

  it.each(['/en', '/desk', '/en/2026/05/04/slug'])('%s leads to itself with a slash, for good', (uri) => {
    expect(visit(uri).statusCode).toBe(301);
    expect(location(uri)).toBe(`${uri}/`);
  });
});

describe('any other address', () => {
  it.each(['/robots.txt', '/en/feed.atom', '/assets/site-AB12.css', '/en/2026/05/04/slug/index.json'])(
    '%s is a file',
    (uri) => {
      expect(visit(uri)).toMatchObject({ uri });
    },
  );

  it.each(['//elsewhere.example', '//elsewhere', '//elsewhere/page', '//elsewhere.example/page'])(
    '%s leads to no other host',
    (uri) => {
      expect(visit(uri)).toMatchObject({ uri });
      expect(location(uri)).toBeUndefined();
    },
  );

  it.each(['/../secret.html', '/en/../../secret.html', '/%2e%2e/secret.html', '/..%2fsecret.html'])(
    '%s stays the plain name of an object',
    (uri) => {
      expect(visit(uri)).toMatchObject({ uri });
    },
  );
});

it('fits into CloudFront’s 10 KB', () => {
  expect(Buffer.byteLength(codeOf('CleanAddresses'))).toBeLessThan(10_240);
});
