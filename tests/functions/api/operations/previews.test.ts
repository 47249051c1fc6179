import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fakeTable } from '../../fake-table.ts';
import { call } from '../call.ts';
import { change, created, historyOf } from './statement.ts';

let table: ReturnType<typeof fakeTable>;
let id: unknown;
beforeEach(async () => {
  table = fakeTable();
  ({ id } = await created());
});
afterEach(() => table.client.restore());

const asked = { recipient: 'Ines Calder', email: 'ines@gazette.example', hours: 24 };
const previews = () => `/statements/${id}/previews`;
const make = (more = {}, options = {}) =>
  call('POST', previews(), { body: { ...asked, ...more }, ...options });
const list = async () => (await call('GET', previews())).body['items'] as Record<string, unknown>[];

describe('POST /statements/{id}/previews', () => {
  it('answers the link, this once; what is kept is only the digest of its token', async () => {
    const { status, body } = await make();
    expect([status, body['recipient'], body['version']]).toEqual([201, 'Ines Calder', 1]);
    const [, token = ''] = /^https:\/\/press\.example\/preview\/([\w-]{43})$/.exec(String(body['url'])) ?? [];
    expect(token).not.toBe('');
    expect(JSON.stringify([await list(), [...table.items.values()]])).not.toContain(token);
    expect(await list()).toMatchObject([
      { id: body['id'], state: 'open', email: 'ines@gazette.example', openings: { count: 0, last: null } },
    ]);
  });

  it('leaves the statement as it is: whoever edits it is not disturbed', async () => {
    const before = await call('GET', `/statements/${id}`);
    await make();
    expect(await call('GET', `/statements/${id}`)).toEqual(before);
  });

  it('is of the version that is named', async () => {
    await change(id, 'PATCH', { body: 'Divers may not come.' });
    expect((await make({ version: 1 })).body['version']).toBe(1);
    expect((await make()).body['version']).toBe(2);
    expect((await make({ version: 3 })).status).toBe(404);
  });

  it('takes an editor', async () => {
    const { status, body } = await make({}, { as: 'author' });
    expect([status, body['detail']]).toEqual([403, expect.stringContaining('editor or higher')]);
  });

  it('is refused for what is public, and not for the correction of it', async () => {
    ({ id } = await created({ publish: true }));
    expect((await make()).status).toBe(409);
    await change(id, 'PATCH', { body: 'Divers may not come.' });
    expect((await make({ version: 1 })).status).toBe(409);
    expect((await make()).status).toBe(201);
  });

  it('has room for fifty that are open', async () => {
    for (let n = 0; n < 50; n++) await make();
    const { status, body } = await make();
    expect([status, body['detail']]).toEqual([413, expect.stringContaining('50 open previews')]);
    const [first] = await list();
    await call('DELETE', `${previews()}/${first?.['id']}`);
    expect((await make()).status).toBe(201);
  });

  it('answers a retry with the same link, which the table can’t tell', async () => {
    const headers = { 'idempotency-key': 'k-1' };
    const first = await make({}, { headers });
    expect(await make({}, { headers })).toEqual(first);
    expect(await list()).toHaveLength(1);
    const kept = [...table.items.values()].map((item) => item['answer']).find((answer) => answer);
    expect(kept).toBeInstanceOf(Uint8Array);
  });

  it('takes the place of what a try that died has made, whose link nobody knows', async () => {
    const headers = { 'idempotency-key': 'k-1' };
    const first = await make({}, { headers });
    const [key, held] = [...table.items].find(([, item]) => item['sk'] === 'REQUEST') ?? [];
    table.items.set(String(key), { ...held, answer: undefined, heldUntil: 0 });
    const again = await make({}, { headers });
    expect([again.status, again.body['id']]).toEqual([201, first.body['id']]);
    expect(again.body['url']).not.toBe(first.body['url']);
    expect(await list()).toHaveLength(1);
  });
});

describe('DELETE /statements/{id}/previews/{pid}', () => {
  it('revokes it, once and for all', async () => {
    const { id: pid } = (await make()).body;
    for (const _ of [1, 2]) expect((await call('DELETE', `${previews()}/${pid}`)).status).toBe(204);
    expect(await list()).toMatchObject([{ state: 'revoked' }]);
    const trail = await historyOf(id);
    expect(trail.filter(({ action }) => action === 'revoke-preview')).toHaveLength(1);
  });

  it('is refused to authors, and for what isn’t there', async () => {
    const { id: pid } = (await make()).body;
    expect((await call('DELETE', `${previews()}/${pid}`, { as: 'author' })).status).toBe(403);
    expect((await call('DELETE', `${previews()}/none`)).status).toBe(404);
    const { id: other } = await created();
    expect((await call('DELETE', `/statements/${other}/previews/${pid}`)).status).toBe(404);
  });
});

it('has them in the history of the statement, with their own chain, among its own entries', async () => {
  await make();
  await change(id, 'PATCH', { body: 'Divers may not come.' });
  const trail = await historyOf(id);
  expect(trail.map(({ action }) => action).sort()).toEqual(['create', 'edit', 'make-preview']);
  expect(trail.find(({ action }) => action === 'make-preview')).toMatchObject({
    actor: { name: 'editor', role: 'editor' },
    preview: { recipient: 'Ines Calder', version: 1 },
    previous: '0'.repeat(64),
  });
  expect(JSON.stringify(trail)).not.toContain('gazette.example');
});

it('goes with a statement that is deleted', async () => {
  await make();
  await change(id, 'DELETE');
  expect((await call('GET', previews())).status).toBe(404);
  expect((await make()).status).toBe(404);
  expect((await historyOf(id)).map(({ action }) => action)).toContain('make-preview');
});
