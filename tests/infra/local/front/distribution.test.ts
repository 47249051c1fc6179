import { describe, expect, it } from 'vitest';
import { Distribution } from '../../../../infra/local/front/distribution.ts';
import { answerText } from '../../../../infra/local/front/exchange.ts';
import { askedFor } from './asked.ts';
import { distributionConfig, type EdgeChanges } from './edge.ts';
import { newsroom } from './newsroom.ts';

const bucketHas = new Map([
  ['/en/index.html', 200],
  ['/broken.html', 500],
]);

/** The distribution, and which origin was asked for what: `s3` for the bucket, else the API. */
function made(changes: EdgeChanges = {}) {
  const asked: string[] = [];
  const distribution = new Distribution(newsroom('http://localhost:4000', changes), (domainName) => {
    const [, service = ''] = domainName.split('.');
    return async ({ method, uri }) => {
      asked.push(`${service} ${method} ${uri}`);
      const status = service === 's3' ? (bucketHas.get(uri) ?? 403) : 404;
      return answerText(status, 'text/plain', service);
    };
  });
  return { distribution, asked };
}

const withBehaviour = (...behaviours: object[]) => made({ distribution: { CacheBehaviors: behaviours } });
const [, assets = {}] = Array.isArray(distributionConfig.CacheBehaviors)
  ? distributionConfig.CacheBehaviors
  : [];

describe('a request', () => {
  it('goes through the behaviour’s function to its origin', async () => {
    const { distribution, asked } = made();
    expect((await distribution.answer(askedFor('/en/'))).status).toBe(200);
    expect(asked).toEqual(['s3 GET /en/index.html']);
  });

  it('is asked of the group’s second origin where the first has nothing', async () => {
    const { distribution, asked } = made();
    const answer = await distribution.answer(askedFor('/nothing.html'));
    expect([answer.status, String(answer.body)]).toEqual([404, 'execute-api']);
    expect(asked).toEqual(['s3 GET /nothing.html', 'execute-api GET /nothing.html']);
  });

  it('is not asked again for a status that the group doesn’t name', async () => {
    const { distribution, asked } = made();
    expect((await distribution.answer(askedFor('/broken.html'))).status).toBe(500);
    expect(asked).toEqual(['s3 GET /broken.html']);
  });

  it('has no second origin where the behaviour names one alone', async () => {
    const { distribution, asked } = made();
    expect((await distribution.answer(askedFor('/assets/nothing.css'))).status).toBe(403);
    expect(asked).toEqual(['s3 GET /assets/nothing.css']);
  });

  it('of a method that its behaviour doesn’t allow is 403 and reaches no origin', async () => {
    const { distribution, asked } = made();
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])
      expect((await distribution.answer(askedFor('/en/', { method }))).status).toBe(403);
    expect(asked).toEqual([]);
  });

  it('of any method reaches an origin that allows it', async () => {
    const { distribution, asked } = made();
    await distribution.answer(askedFor('/api/v1/statements', { method: 'PATCH' }));
    expect(asked).toEqual(['execute-api PATCH /api/v1/statements']);
  });
});

describe('a path pattern', () => {
  it.each([
    ['/en/*', '/en/2031/x.html', true],
    ['/en/*', '/fr/en/x.html', false],
    ['/en/20??/*', '/en/2031/x.html', true],
    ['/en/20??/*', '/en/203/x.html', false],
    ['*.html', '/a/b.html', true],
    ['*.html', '/a/bxhtml', false],
    ['/EN/*', '/en/x.html', false],
  ])('%s, asked for %s: %s', async (PathPattern, uri, matches) => {
    const { distribution, asked } = withBehaviour({ ...assets, PathPattern, TargetOriginId: 'api' });
    await distribution.answer(askedFor(uri));
    expect(asked[0]).toBe(`${matches ? 'execute-api' : 's3'} GET ${uri}`);
  });

  it('counts by its place in the list, the first that fits', async () => {
    const { distribution, asked } = withBehaviour(
      { ...assets, PathPattern: '/a/b/*', TargetOriginId: 'api' },
      { ...assets, PathPattern: '/a/*' },
    );
    await distribution.answer(askedFor('/a/b/c'));
    await distribution.answer(askedFor('/a/c'));
    expect(asked).toEqual(['execute-api GET /a/b/c', 's3 GET /a/c']);
  });
});

describe('a configuration that the runner can’t be true to', () => {
  const behaviour = (changes: object) => ({
    distribution: { CacheBehaviors: [{ ...assets, ...changes }] },
  });
  const origins = (changes: object) => ({
    distribution: {
      Origins: [distributionConfig.Origins].flat().map((origin) => Object.assign({}, origin, changes)),
    },
  });
  it.each([
    ['a web ACL', { distribution: { WebACLId: 'arn' } }],
    [
      'an error page',
      { distribution: { CustomErrorResponses: [{ ErrorCode: 404, ResponsePagePath: '/404' }] } },
    ],
    ['a function at the origin', behaviour({ LambdaFunctionAssociations: [{}] })],
    [
      'a function on the response',
      behaviour({ FunctionAssociations: [{ EventType: 'viewer-response', FunctionARN: 'x' }] }),
    ],
    ['an origin that isn’t there', behaviour({ TargetOriginId: 'nowhere' })],
    ['a header policy that isn’t there', behaviour({ ResponseHeadersPolicyId: 'nowhere' })],
    ['an origin’s path', origins({ OriginPath: '/below' })],
    ['an origin’s own headers', origins({ OriginCustomHeaders: [{ HeaderName: 'a', HeaderValue: 'b' }] })],
  ])('is refused: %s', (_, changes) => {
    expect(() => made(changes)).toThrow();
  });
});
