import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fakeTable } from '../fake-table.ts';
import { call } from './call.ts';

const draft = {
  type: 'press-release',
  language: 'en',
  title: 'The reef is open',
  body: 'Divers may come again.',
};
let table: ReturnType<typeof fakeTable>;
beforeEach(() => {
  table = fakeTable();
});
afterEach(() => table.client.restore());

const created = async (more = {}) =>
  (await call('POST', '/statements', { body: { ...draft, ...more } })).body;

describe('POST /statements', () => {
  it('answers 201 with the statement, its address and its ETag', async () => {
    const { status, headers, body } = await call('POST', '/statements', {
      body: { ...draft, date: '2026-05-04' },
    });
    expect(status).toBe(201);
    expect(headers).toMatchObject({ ETag: '"1"', Location: `/api/v1/statements/${body.id}` });
    expect(body).toMatchObject({
      version: 1,
      path: '/en/2026/05/04/the-reef-is-open/',
      live: null,
      work: { ...draft, state: 'draft' },
    });
  });

  it('publishes in the same call', async () => {
    const body = await created({ publish: true, date: '2026-05-04' });
    expect(body).toMatchObject({
      version: 1,
      work: null,
      live: { edition: 1, title: draft.title, body: draft.body },
    });
  });

  it('gives two statements of one title on one day an address each', async () => {
    const [one, two] = [await created({ publish: true }), await created({ publish: true })];
    expect(two.path).toBe(String(one.path).replace(/\/$/, '-2/'));
  });

  it('refuses a slug that another statement has', async () => {
    await created({ publish: true, slug: 'reef' });
    const { status, body } = await call('POST', '/statements', {
      body: { ...draft, publish: true, slug: 'reef' },
    });
    expect([status, body.errors]).toEqual([409, [{ pointer: '/slug', detail: 'is taken on this date' }]]);
  });

  it('writes the records first and the head last', async () => {
    await created({ publish: true });
    const sorts = table.client
      .commandCalls(PutCommand)
      .map(({ args }) => String(args[0].input.Item?.sk).split('#')[0]);
    expect(sorts.at(-1)).toBe('HEAD');
    expect(sorts.slice(0, -1).sort()).toEqual(['ENTRY', 'PATH', 'PUBLIC', 'REFERENCE', 'TEXT']);
  });
});

describe('PATCH /statements/{id}', () => {
  it('needs If-Match, and the version that is there', async () => {
    const { id } = await created();
    expect((await call('PATCH', `/statements/${id}`, { body: { title: 'B' } })).status).toBe(428);
    expect(
      (await call('PATCH', `/statements/${id}`, { body: { title: 'B' }, headers: { 'if-match': '*' } }))
        .status,
    ).toBe(428);
    const stale = await call('PATCH', `/statements/${id}`, {
      body: { title: 'B' },
      headers: { 'if-match': '"7"' },
    });
    expect([stale.status, stale.headers.ETag]).toEqual([412, '"1"']);
  });

  it('makes a work copy of a live text and leaves the live one alone', async () => {
    const { id } = await created({ publish: true });
    const { status, headers, body } = await call('PATCH', `/statements/${id}`, {
      body: { title: 'B' },
      headers: { 'if-match': '"1"' },
    });
    expect([status, headers.ETag]).toEqual([200, '"2"']);
    expect(body).toMatchObject({
      live: { title: draft.title, edition: 1 },
      work: { title: 'B', body: draft.body, state: 'draft' },
    });
  });

  it('takes application/merge-patch+json and no other type', async () => {
    const { id } = await created();
    const patch = (type: string) =>
      call('PATCH', `/statements/${id}`, {
        body: { title: 'B' },
        headers: { 'if-match': '"1"', 'content-type': type },
      });
    expect((await patch('text/plain')).status).toBe(415);
    expect((await patch('application/merge-patch+json; charset=utf-8')).status).toBe(200);
  });

  it('lets one of two editors at once win', async () => {
    const { id } = await created();
    const edit = (title: string) =>
      call('PATCH', `/statements/${id}`, { body: { title }, headers: { 'if-match': '"1"' } });
    const statuses = (await Promise.all([edit('A'), edit('B')])).map(({ status }) => status);
    expect(statuses.sort()).toEqual([200, 412]);
  });
});

describe('POST /statements/{id}/publish', () => {
  const publish = (id: unknown, version: number, body?: unknown) =>
    call('POST', `/statements/${id}/publish`, { body, headers: { 'if-match': `"${version}"` } });

  it('publishes the work copy, with or without a body', async () => {
    expect((await publish((await created()).id, 1)).body).toMatchObject({
      version: 2,
      live: { edition: 1 },
      work: null,
    });
    expect((await publish((await created()).id, 1, {})).status).toBe(200);
  });

  it('refuses what has nothing new to publish', async () => {
    expect((await publish((await created({ publish: true })).id, 1)).status).toBe(409);
  });

  it('corrects with a public note', async () => {
    const { id } = await created({ publish: true });
    await call('PATCH', `/statements/${id}`, { body: { body: 'Better.' }, headers: { 'if-match': '"1"' } });
    expect((await publish(id, 2)).body).toMatchObject({
      status: 422,
      errors: [{ pointer: '/note' }, { pointer: '/significance' }],
    });
    const corrected = await publish(id, 2, { note: 'A word was wrong.', significance: 'minor' });
    expect(corrected.body).toMatchObject({
      version: 3,
      live: { edition: 2, note: 'A word was wrong.', body: 'Better.' },
    });
  });
});

describe('reading', () => {
  it('answers the trail, newest first, each entry sealed to the one before', async () => {
    const { id } = await created();
    await call('PATCH', `/statements/${id}`, { body: { title: 'B' }, headers: { 'if-match': '"1"' } });
    const { body } = await call('GET', `/statements/${id}/history`);
    const [second, first] = body.items as Record<string, unknown>[];
    expect([second?.action, second?.previous, first?.action]).toEqual(['edit', first?.hash, 'create']);
  });

  it('lists what passes the filters and refuses filters that it does not know', async () => {
    await created({ topics: ['sea'] });
    await created({ publish: true, title: 'Live one' });
    expect((await call('GET', '/statements?state=draft&topic=sea')).body).toMatchObject({
      items: [{ work: { title: draft.title } }],
      next: null,
    });
    expect((await call('GET', '/statements?q=live')).body).toMatchObject({
      items: [{ live: { title: 'Live one' } }],
    });
    expect((await call('GET', '/statements?colour=red')).status).toBe(400);
    expect((await call('GET', '/statements?cursor=AAAA')).status).toBe(422);
    expect((await call('GET', '/statements?limit=0')).status).toBe(422);
  });

  it('answers problems for what is not there', async () => {
    const { status, headers, body } = await call('GET', '/statements/nothing');
    expect([status, headers['Content-Type']]).toEqual([404, 'application/problem+json']);
    expect(body).toMatchObject({
      type: 'https://press.example/docs/problems/#not-found',
      requestId: 'request-1',
    });
    expect((await call('GET', '/nowhere')).status).toBe(404);
    expect((await call('DELETE', '/me')).status).toBe(404);
  });
});

describe('callers', () => {
  it('have the highest role of their groups, or the scope of their client', async () => {
    expect(
      (await call('GET', '/me', { claims: { sub: 's', 'cognito:groups': '[author admin]' } })).body.role,
    ).toBe('admin');
    expect(
      (await call('GET', '/me', { claims: { sub: 's', client_id: 'agency', scope: 'communique/author' } }))
        .body,
    ).toMatchObject({ role: 'author', name: 'agency' });
  });

  it('without a role are refused', async () => {
    expect((await call('GET', '/me', { claims: { sub: 's', scope: 'openid' } })).status).toBe(403);
    expect((await call('GET', '/me', { claims: { sub: 's', 'cognito:groups': '[visitor]' } })).status).toBe(
      403,
    );
  });
});

it.each([
  ['broken JSON', '{"type":', {}, 400],
  ['no JSON at all', 'x', { 'content-type': 'text/html' }, 415],
  ['nothing', '', {}, 400],
  ['a list', [], {}, 400],
])('refuses %s and stores nothing', async (_, body, headers, status) => {
  expect((await call('POST', '/statements', { body, headers })).status).toBe(status);
  expect(table.items.size).toBe(0);
});

it('answers 500 without a word of what went wrong', async () => {
  table.client.on(PutCommand).rejects(new Error('secret'));
  const { status, body } = await call('POST', '/statements', { body: draft });
  expect(status).toBe(500);
  expect(JSON.stringify(body)).not.toContain('secret');
});
