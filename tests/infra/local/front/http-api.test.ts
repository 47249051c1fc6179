import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import * as z from 'zod';
import { HttpApi } from '../../../../infra/local/front/http-api.ts';
import { FunctionError } from '../../../../infra/local/functions/execution-environment.ts';
import { Permissions } from '../../../../infra/local/permissions/permissions.ts';
import type { Resource } from '../../../../infra/local/template/template.ts';
import { apiFunction, apiOf, mayCall, notFoundFunction } from './api.ts';
import { askedFor } from './asked.ts';
import { resource } from './resource.ts';

const issuer = 'http://localhost:4000/_local/sign-in';
let keys: { keys: object[] };
let authorization: string;
beforeAll(async () => {
  const { publicKey, privateKey } = await generateKeyPair('RS256');
  keys = { keys: [{ ...(await exportJWK(publicKey)), kid: 'key', alg: 'RS256' }] };
  const token = new SignJWT({ iss: issuer, sub: 'anna-1', client_id: 'desk', 'cognito:groups': ['editor'] });
  const signed = await token
    .setProtectedHeader({ alg: 'RS256', kid: 'key' })
    .setIssuedAt()
    .setExpirationTime('1 minute')
    .sign(privateKey);
  authorization = `Bearer ${signed}`;
});

type Invoke = (functionArn: string, event: unknown) => Promise<unknown>;
const ok: Invoke = async () => ({ statusCode: 200 });
function made(invoke: Invoke = ok, more: Resource[] = []) {
  const calls: { functionArn: string; event: unknown }[] = [];
  const told: { apiId: string; status: number; milliseconds: number }[] = [];
  const deployed = { resources: [...apiOf(issuer, {}), ...more] };
  const permissions = new Permissions(deployed);
  const api = new HttpApi({
    deployed,
    permissions,
    invoke: async (functionArn, event) => {
      calls.push({ functionArn, event });
      return invoke(functionArn, event);
    },
    keys: () => z.object({ keys: z.array(z.looseObject({ kty: z.string() })) }).parse(keys),
    onAnswered: (apiId, outcome) => told.push({ apiId, ...outcome }),
  });
  return { api, calls, told, permissions };
}
const signedIn = (uri: string, rest: Parameters<typeof askedFor>[1] = {}) =>
  askedFor(uri, { ...rest, headers: { authorization, ...rest.headers } });
const json = (answer: { body: Buffer }) => JSON.parse(String(answer.body));

describe('a route', () => {
  it('calls its function', async () => {
    const { api, calls } = made();
    await api.answer(signedIn('/api/v1/statements'));
    await api.answer(askedFor('/elsewhere'));
    expect(calls).toMatchObject([
      { functionArn: apiFunction, event: { routeKey: 'ANY /api/v1/{proxy+}' } },
      { functionArn: notFoundFunction, event: { routeKey: '$default' } },
    ]);
  });

  it('of one exact path goes before one for a whole folder, wherever it stands', async () => {
    const exact = resource('ApiGatewayV2::Route', 'exact', {
      ApiId: 'http-api',
      AuthorizationType: 'NONE',
      RouteKey: 'GET /api/v1/openapi.json',
      Target: 'integrations/to-api',
    });
    const { api, calls } = made(ok, [exact, mayCall(apiFunction, '/api/v1/openapi.json')]);
    expect((await api.answer(askedFor('/api/v1/openapi.json'))).status).toBe(200);
    expect(calls).toMatchObject([{ event: { routeKey: 'GET /api/v1/openapi.json' } }]);
  });

  it('with an authorizer is 401 for one without a token, and its function hears nothing', async () => {
    const { api, calls } = made();
    const without: Record<string, string>[] = [{}, { authorization: 'Bearer x' }];
    for (const headers of without) {
      const answer = await api.answer(askedFor('/api/v1/statements', { headers }));
      expect([answer.status, json(answer)]).toEqual([401, { message: 'Unauthorized' }]);
      expect(answer.headers['www-authenticate']).toMatch(/^Bearer/);
    }
    expect(calls).toEqual([]);
  });
});

// https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
describe('the event', () => {
  const eventOf = async (request: ReturnType<typeof askedFor>) => {
    const { api, calls } = made();
    await api.answer(request);
    return calls[0]?.event;
  };

  it('is of payload format 2.0', async () => {
    const body = Buffer.from('{"title":"Reef"}');
    const headers = { 'content-type': 'application/json', 'user-agent': 'test' };
    const event = await eventOf(
      signedIn('/api/v1/statements', { method: 'POST', query: 'limit=2&q=a%20b', body, headers }),
    );
    expect(event).toMatchObject({
      version: '2.0',
      rawPath: '/api/v1/statements',
      rawQueryString: 'limit=2&q=a%20b',
      queryStringParameters: { limit: '2', q: 'a b' },
      headers: { ...headers, authorization },
      body: '{"title":"Reef"}',
      isBase64Encoded: false,
      requestContext: {
        accountId: '000000000000',
        stage: '$default',
        requestId: expect.stringMatching(/./),
        timeEpoch: expect.any(Number),
        http: { method: 'POST', path: '/api/v1/statements', sourceIp: '127.0.0.1', userAgent: 'test' },
        authorizer: { jwt: { claims: { sub: 'anna-1', 'cognito:groups': '[editor]' }, scopes: null } },
      },
    });
  });

  it('has the rest of the path by its parameter’s name', async () => {
    expect(await eventOf(signedIn('/api/v1/statements/1/publish'))).toMatchObject({
      pathParameters: { proxy: 'statements/1/publish' },
    });
  });

  it('joins a parameter’s values with commas', async () => {
    const event = await eventOf(signedIn('/api/v1/statements', { query: 'topic=reef&topic=tide' }));
    expect(event).toMatchObject({ queryStringParameters: { topic: 'reef,tide' } });
  });

  it('has neither query nor body where there is none', async () => {
    const event = await eventOf(signedIn('/api/v1/me'));
    expect(event).toMatchObject({ rawQueryString: '', isBase64Encoded: false });
    expect(event).not.toHaveProperty('queryStringParameters');
    expect(event).not.toHaveProperty('body');
  });

  it('has a body that is no text in Base64', async () => {
    const body = Buffer.from([0xff, 0x00, 0x80]);
    const headers = { 'content-type': 'image/png' };
    expect(await eventOf(signedIn('/api/v1/x', { method: 'POST', body, headers }))).toMatchObject({
      body: '/wCA',
      isBase64Encoded: true,
    });
  });
});

describe('the answer', () => {
  const answerOf = (result: unknown) => made(async () => result).api.answer(signedIn('/api/v1/me'));

  it('has the function’s status, headers and text', async () => {
    const answer = await answerOf({ statusCode: 201, headers: { ETag: '"1"', 'X-Count': 2 }, body: 'é' });
    expect([answer.status, String(answer.body)]).toEqual([201, 'é']);
    expect(answer.headers).toMatchObject({ etag: '"1"', 'x-count': '2' });
  });

  it('has the bytes of a body in Base64', async () => {
    const answer = await answerOf({ statusCode: 200, body: '/wCA', isBase64Encoded: true });
    expect(answer.body).toEqual(Buffer.from([0xff, 0x00, 0x80]));
  });

  it.each([
    ['the function fails', async () => Promise.reject(new FunctionError('TypeError', 'inside'))],
    ['it answers nothing', async () => null],
    ['its status is no status', async () => ({ statusCode: 'no' })],
  ])('is 500 without a word of it when %s', async (_, invoke) => {
    const answer = await made(invoke).api.answer(signedIn('/api/v1/me'));
    expect([answer.status, json(answer)]).toEqual([500, { message: 'Internal Server Error' }]);
  });

  it('is 500 when no policy lets the API call the function, and the function hears nothing', async () => {
    const { api, calls, permissions } = made();
    const { grant } = permissions.granted.find(({ resources }) => resources.includes(apiFunction)) ?? {};
    permissions.withhold([grant ?? '']);
    const answer = await api.answer(signedIn('/api/v1/me'));
    expect([answer.status, json(answer)]).toEqual([500, { message: 'Internal Server Error' }]);
    expect(calls).toEqual([]);
    expect(permissions.refusals[0]?.message).toContain('lambda:InvokeFunction');
    expect((await api.answer(askedFor('/elsewhere'))).status).toBe(200);
  });

  it('is the fault of the stack, and no answer, when anything else goes wrong', async () => {
    const { api } = made(async () => Promise.reject(new Error('a mistake of ours')));
    await expect(api.answer(signedIn('/api/v1/me'))).rejects.toThrow('a mistake of ours');
  });
});

// https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-quotas.html
describe('a limit:', () => {
  const post = (bytes: number) =>
    signedIn('/api/v1/statements', { method: 'POST', body: Buffer.alloc(bytes, 'x') });

  it('a request of more than 10 MB is 413, and the function hears nothing', async () => {
    const { api, calls } = made();
    const answer = await api.answer(post(10_485_761));
    expect([answer.status, json(answer)]).toEqual([413, { message: 'Request Entity Too Large' }]);
    expect(calls).toEqual([]);
    expect((await api.answer(post(10_485_760))).status).toBe(200);
  });

  it('a request of more than a function takes is 413', async () => {
    const tooLarge = new FunctionError('RequestEntityTooLargeException', 'Request must be smaller');
    const { api } = made(async () => Promise.reject(tooLarge));
    const answer = await api.answer(post(6_300_000));
    expect([answer.status, json(answer)]).toEqual([413, { message: 'Request Too Long' }]);
  });

  it('a function that takes more than 30 s is 503', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    onTestFinished(() => void vi.useRealTimers());
    const { api } = made(() => new Promise(() => undefined));
    const heard = vi.fn();
    const answered = api.answer(askedFor('/elsewhere')).finally(heard);
    await vi.advanceTimersByTimeAsync(29_999);
    expect(heard).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    const answer = await answered;
    expect([answer.status, json(answer)]).toEqual([503, { message: 'Service Unavailable' }]);
  });
});

describe('the metrics', () => {
  it('are told of every answer, with its API, its status and its time', async () => {
    const { api, told } = made(async () => ({ statusCode: 201 }));
    await api.answer(signedIn('/api/v1/statements'));
    await api.answer(askedFor('/api/v1/statements'));
    expect(told).toEqual(
      [201, 401].map((status) => ({ apiId: 'http-api', status, milliseconds: expect.any(Number) })),
    );
  });
});
