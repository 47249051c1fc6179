import { expect, it } from 'vitest';
import { ViewerFunction } from '../../../../infra/local/front/viewer-function.ts';
import { askedFor } from './asked.ts';
import { edgeOf } from './edge.ts';

function made(viewerRequest: string): ViewerFunction {
  const found = edgeOf({ viewerRequest }).find(({ type }) => type === 'AWS::CloudFront::Function');
  if (!found) throw new Error('The newsroom has no viewer function');
  return new ViewerFunction(found);
}

it('may answer in the place of the origin', () => {
  const answer = made(`function handler() {
    return { statusCode: 302, statusDescription: 'Found', headers: { location: { value: '/en/' } } };
  }`).run(askedFor('/'));
  expect(answer).toMatchObject({ status: 302, headers: { location: '/en/' }, body: Buffer.alloc(0) });
});

it('may answer with a body of its own type', () => {
  const answer = made(`function handler() {
    return { statusCode: 401, headers: { 'content-type': { value: 'application/problem+json' } }, body: '{}' };
  }`).run(askedFor('/'));
  expect(answer).toMatchObject({ status: 401, headers: { 'content-type': 'application/problem+json' } });
  expect('body' in answer && String(answer.body)).toBe('{}');
});

it('hears the request as CloudFront tells it', () => {
  const answer = made(
    'function handler(event) { return { statusCode: 200, body: JSON.stringify(event) }; }',
  ).run(askedFor('/en/a%20b/', { method: 'HEAD', headers: { 'accept-language': 'fr' } }));
  expect(JSON.parse(String(answer.body))).toMatchObject({
    version: '1.0',
    context: { eventType: 'viewer-request', requestId: expect.stringMatching(/./) },
    viewer: { ip: '127.0.0.1' },
    request: { method: 'HEAD', uri: '/en/a%20b/', headers: { 'accept-language': { value: 'fr' } } },
  });
});

// https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/functions-event-structure.html
it('hears the query and the cookies, undecoded', () => {
  const answer = made(
    'function handler(event) { return { statusCode: 200, body: JSON.stringify(event) }; }',
  ).run(askedFor('/', { query: 'q=one&q=two&plus=a%2Bb&empty', headers: { cookie: 'a=1; b=2' } }));
  expect(JSON.parse(String(answer.body)).request).toMatchObject({
    querystring: {
      q: { value: 'two', multiValue: [{ value: 'one' }, { value: 'two' }] },
      plus: { value: 'a%2Bb' },
      empty: { value: '' },
    },
    cookies: { a: { value: '1' }, b: { value: '2' } },
  });
});

it('may change the address and the headers that the origin gets', () => {
  const changed = made(`function handler(event) {
    event.request.uri += 'index.html';
    event.request.headers['x-added'] = { value: 'yes' };
    delete event.request.headers['x-taken'];
    return event.request;
  }`).run(askedFor('/en/', { headers: { 'x-taken': '1', 'x-kept': '2' } }));
  expect(changed).toMatchObject({ uri: '/en/index.html', headers: { 'x-added': 'yes', 'x-kept': '2' } });
  expect(changed.headers).not.toHaveProperty('x-taken');
});

it('leaves the body to the origin', () => {
  const body = Buffer.from('{"title":"x"}');
  const changed = made('function handler(event) { return event.request; }').run(
    askedFor('/api/v1/statements', { method: 'POST', body }),
  );
  expect(changed.body).toEqual(body);
});

it('has Buffer, as CloudFront’s runtime has, and nothing of the machine', () => {
  const answer = made(`function handler() {
    const claims = Buffer.from('eyJhIjoxfQ', 'base64url').toString();
    return { statusCode: 200, body: [claims, typeof process, typeof fetch, typeof setTimeout, typeof require].join() };
  }`).run(askedFor('/'));
  expect(String(answer.body)).toBe('{"a":1},undefined,undefined,undefined,undefined');
});

it('is stopped when it doesn’t end', () => {
  const endless = made('function handler() { for (;;) {} }');
  expect(() => endless.run(askedFor('/'))).toThrow();
});

it('with code that is no program is refused at once', () => {
  expect(() => made('function handler( {')).toThrow(SyntaxError);
});
