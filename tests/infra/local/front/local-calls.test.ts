import { describe, expect, it, vi } from 'vitest';
import { localAnswer } from '../../../../infra/local/front/local-calls.ts';
import { temporary } from '../temporary.ts';
import { askedFor } from './asked.ts';
import { status } from './local-front.ts';

const granted = [
  { grant: 'RenderRole.0', action: 's3:PutObject', resources: ['arn:aws:s3:::site/*'], used: false },
];

/** The calls below `/_local/`, over a stack that notes what it was asked to do. */
function calls() {
  const stack = {
    dataDir: temporary(),
    status: () => status,
    token: vi.fn(async () => 'a.b.c'),
    redrive: vi.fn(async (_queue: string) => 3),
    plan: vi.fn(),
    advance: vi.fn(),
    granted: () => granted,
    upload: async () => ({ status: 200, headers: {}, body: Buffer.alloc(0) }),
    readTable: async () => ({ status: 200, body: '{}' }),
    tell: () => '{}',
    withhold: vi.fn(),
  };
  const ask = async (method: string, uri: string, body = '', headers: Record<string, string> = {}) => {
    const answer = await localAnswer(askedFor(uri, { method, body: Buffer.from(body), headers }), stack);
    return { ...answer, text: String(answer.body) };
  };
  const post = (name: string, body: unknown) => ask('POST', `/_local/${name}`, JSON.stringify(body));
  return { ...stack, ask, post };
}

describe('the state of the stack', () => {
  it('is a page for people', async () => {
    const { status, headers, text } = await calls().ask('GET', '/_local/');
    expect([status, headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    expect(text).toContain('render-dead');
  });

  it('is JSON for scripts', async () => {
    const { headers, text } = await calls().ask('GET', '/_local/status.json');
    expect(headers['content-type']).toBe('application/json');
    expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(status)));
  });
});

describe('permissions', () => {
  it('are listed with what was used', async () => {
    expect(JSON.parse((await calls().ask('GET', '/_local/permissions')).text)).toEqual(granted);
  });

  it('are withheld by their ids, or none any more', async () => {
    const { post, withhold } = calls();
    expect((await post('permissions', { ids: ['RenderRole.0'] })).status).toBe(204);
    expect((await post('permissions', { ids: [] })).status).toBe(204);
    expect(withhold.mock.calls).toEqual([[['RenderRole.0']], [[]]]);
  });
});

it('a fault is planned, with what its plan leaves open', async () => {
  const { post, plan } = calls();
  const site = 'render s3:PutObject';
  expect((await post('faults', { site, kind: 'throttle' })).status).toBe(204);
  await post('faults', { site, kind: 'late', after: 2, times: 3, extent: 1 });
  expect(plan.mock.calls).toEqual([
    [{ site, kind: 'throttle', after: 0, times: 1, extent: 0.5 }],
    [{ site, kind: 'late', after: 2, times: 3, extent: 1 }],
  ]);
});

it('the clock is moved on', async () => {
  const { post, advance } = calls();
  expect((await post('clock', { milliseconds: 86_400_000 })).status).toBe(204);
  expect(advance).toHaveBeenCalledExactlyOnceWith(86_400_000);
});

it('a token is given to whom it names', async () => {
  const { post, token } = calls();
  const { status, headers, text } = await post('token', { name: 'anna', group: 'editor' });
  expect([status, headers['content-type'], text]).toEqual([200, 'text/plain', 'a.b.c']);
  expect(token).toHaveBeenCalledExactlyOnceWith({ name: 'anna', group: 'editor' });
});

describe('dead letters', () => {
  it('are sent back by the page’s form, which leads to the page again', async () => {
    const { ask, redrive } = calls();
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    const { status, headers, text } = await ask('POST', '/_local/redrive', 'queue=RenderDead', form);
    expect([status, headers.location]).toEqual([303, '/_local/']);
    expect(text).toBe('3 messages were sent back\n');
    expect(redrive).toHaveBeenCalledExactlyOnceWith('RenderDead');
  });

  it('are sent back by a script, which hears how many', async () => {
    const { ask, redrive } = calls();
    const json = { accept: 'application/json' };
    const { status, text } = await ask('POST', '/_local/redrive', 'queue=all', json);
    expect([status, JSON.parse(text)]).toEqual([200, { moved: 3 }]);
    expect(redrive).toHaveBeenCalledExactlyOnceWith('all');
  });

  it('of a queue that has none of anybody are refused', async () => {
    const { ask, redrive } = calls();
    redrive.mockRejectedValue(new RangeError('render is no queue’s dead-letter queue'));
    expect(await ask('POST', '/_local/redrive', 'queue=render')).toMatchObject({
      status: 422,
      text: 'render is no queue’s dead-letter queue\n',
    });
  });
});

describe('what can’t be read is 422, and nothing is done:', () => {
  it.each([
    ['token', { name: '', group: 'editor' }, 'name'],
    ['token', { name: 'anna' }, 'group'],
    ['faults', { site: 'render s3:PutObject', kind: 'fire' }, 'kind'],
    ['faults', { kind: 'throttle' }, 'site'],
    ['faults', { site: 'render', kind: 'throttle', times: 0 }, 'times'],
    ['faults', { site: 'render', kind: 'late', extent: 2 }, 'extent'],
    ['faults', { site: 'render', kind: 'late', often: true }, 'often'],
    ['clock', { milliseconds: -1 }, 'milliseconds'],
    ['clock', { milliseconds: '1' }, 'milliseconds'],
    ['clock', { seconds: 1 }, 'seconds'],
    ['permissions', { ids: 'RenderRole.0' }, 'ids'],
    ['permissions', {}, 'ids'],
  ])('%s %j, for its %s', async (name, body, field) => {
    const { post, token, plan, advance, withhold } = calls();
    const { status, headers, text } = await post(name, body);
    expect([status, headers['content-type']]).toEqual([422, 'text/plain']);
    expect(text).toContain(field);
    for (const done of [token, plan, advance, withhold]) expect(done).not.toHaveBeenCalled();
  });

  it.each(['token', 'faults', 'clock', 'permissions'])('%s without JSON', async (name) => {
    const { ask } = calls();
    for (const body of ['', 'no JSON']) expect((await ask('POST', `/_local/${name}`, body)).status).toBe(422);
  });
});

it.each([
  ['GET', '/_local/nothing'],
  ['GET', '/_local/status.json/'],
  ['GET', '/_local/faults'],
  ['POST', '/_local/'],
  ['DELETE', '/_local/permissions'],
  ['GET', '/_local/outbox/nothing.eml'],
])('%s %s is 404', async (method, uri) => {
  expect((await calls().ask(method, uri)).status).toBe(404);
});

it('what is a mistake of the stack is not the caller’s', async () => {
  const { post, advance } = calls();
  advance.mockImplementation(() => {
    throw new Error('the disk is full');
  });
  await expect(post('clock', { milliseconds: 1 })).rejects.toThrow('the disk is full');
});
