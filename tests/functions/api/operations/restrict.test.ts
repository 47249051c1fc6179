import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fakeTable } from '../../fake-table.ts';
import { call } from '../call.ts';
import { change, created, text } from './statement.ts';

let table: ReturnType<typeof fakeTable>;
beforeEach(() => {
  table = fakeTable();
});
afterEach(() => table.client.restore());

/** The claims of somebody by name, and how the statements' helpers name them: `author`, `editor` or `admin`. */
const restricted = (more = {}) => created({ title: 'The dossier', restrictedTo: ['author'], ...more });
const statusOf = async (method: string, path: string, as: string, body?: object) =>
  (await call(method, path, { as, body, headers: { 'if-match': '"1"' } })).status;

describe('a restricted draft', () => {
  it('is there for its creator and those named', async () => {
    const { id, restrictedTo } = await restricted({});
    expect(restrictedTo).toEqual(['author']);
    for (const as of ['editor', 'author']) {
      const { status, body } = await call('GET', `/statements/${id}`, { as });
      expect([status, body['work']]).toEqual([200, expect.objectContaining({ title: 'The dossier' })]);
      const { items } = (await call('GET', '/statements?q=dossier', { as })).body;
      expect(items).toHaveLength(1);
    }
  });

  /** The two who are not named: another editor, whose claims the helper can't make by a role, and an admin. */
  const claims = { sub: 'sub-zoe', username: 'zoe', client_id: 'desk', 'cognito:groups': '[editor]' };

  it('isn’t there for another editor: not by its id, in lists, nor for any call', async () => {
    const { id } = await restricted();
    const ask = async (method: string, path: string, body?: object) =>
      (await call(method, path, { claims, body, headers: { 'if-match': '"1"' } })).status;
    for (const below of ['', '/history', '/versions', '/versions/1', '/diff?from=1&to=1', '/previews'])
      expect([below, await ask('GET', `/statements/${id}${below}`)]).toEqual([below, 404]);
    const preview = { recipient: 'A', hours: 1 };
    for (const [method, below, body] of [
      ['PATCH', '', { title: 'Mine' }],
      ['DELETE', '', undefined],
      ['POST', '/submit', {}],
      ['POST', '/publish', {}],
      ['POST', '/notes', { note: 'Hm.' }],
      ['POST', '/restrict', { restrictedTo: [] }],
      ['POST', '/previews', preview],
      ['DELETE', '/previews/x', undefined],
    ] as const)
      expect([below, await ask(method, `/statements/${id}${below}`, body)]).toEqual([below, 404]);
    const { status, body } = await call('GET', '/statements', { claims });
    expect([status, body['items']]).toEqual([200, []]);
    const translation = { title: 'T', body: 'B', type: 'statement', language: 'fr', translationOf: id };
    expect((await call('POST', '/statements', { claims, body: translation })).status).toBe(422);
  });

  it('that translates what others may read is not told of beside it', async () => {
    const { id } = await created({ publish: true });
    await restricted({ language: 'fr', translationOf: id });
    const translations = async (who: object) =>
      (await call('GET', `/statements/${id}`, who)).body['translations'];
    expect(await translations({ as: 'author' })).toMatchObject([{ language: 'fr', state: 'draft' }]);
    expect(await translations({ claims })).toEqual([]);
    expect(await translations({ as: 'admin' })).toEqual([]);
  });

  it('is something without words for an admin, who can lift the restriction with a reason', async () => {
    const { id } = await restricted();
    const { body } = await call('GET', `/statements/${id}`, { as: 'admin' });
    expect(body).toMatchObject({ id, path: null, url: null, live: null, work: null, actions: ['restrict'] });
    expect(JSON.stringify(body)).not.toContain('dossier');
    const list = async (query: string) =>
      (await call('GET', `/statements${query}`, { as: 'admin' })).body['items'] as unknown[];
    expect(await list('')).toHaveLength(1);
    for (const query of ['?q=dossier', '?state=draft', '?language=en']) expect(await list(query)).toEqual([]);
    expect(await statusOf('GET', `/statements/${id}/history`, 'admin')).toBe(404);
    expect(await statusOf('POST', `/statements/${id}/publish`, 'admin', {})).toBe(403);

    const lift = (said: object) => change(id, 'restrict', said, { as: 'admin', version: 1 });
    expect((await lift({ restrictedTo: [] })).status).toBe(422);
    const lifted = await lift({ restrictedTo: [], reason: 'The author is on leave.' });
    expect(lifted.body).toMatchObject({
      restrictedTo: null,
      work: { title: 'The dossier', body: expect.anything() },
    });
    const trail = (await call('GET', `/statements/${id}/history`, { claims })).body['items'];
    expect(trail).toMatchObject([
      { action: 'restrict', reason: 'The author is on leave.', restrictedTo: [] },
      { action: 'create', restrictedTo: ['sub-editor', 'author'] },
    ]);
  });

  it('is public for everybody once it is published, and what is being prepared is not', async () => {
    const { id } = await restricted();
    await change(id, 'publish');
    await change(id, 'PATCH', { title: 'The dossier, anew' });
    const { body } = await call('GET', `/statements/${id}`, { claims });
    expect(body).toMatchObject({ live: { title: 'The dossier' }, work: null, actions: [] });
    expect(JSON.stringify(body)).not.toContain('anew');
    expect((await call('GET', '/statements?q=anew', { claims })).body['items']).toEqual([]);
    expect((await call('GET', '/statements?q=dossier', { claims })).body['items']).toHaveLength(1);
    expect((await call('GET', `/statements/${id}/versions`, { claims })).status).toBe(404);
    const withdraw = { reason: 'No.', keepText: true };
    const { status } = await call('POST', `/statements/${id}/withdraw`, {
      claims,
      body: withdraw,
      headers: { 'if-match': '"3"' },
    });
    expect(status).toBe(403);
  });

  it('is not named to others by a language that it has taken', async () => {
    const { id } = await created({ publish: true });
    const french = { language: 'fr', title: 'Le dossier', translationOf: id };
    const own = await restricted(french);
    const { status, body } = await call('POST', '/statements', { claims, body: { ...text, ...french } });
    expect(status).toBe(422);
    expect(body).toMatchObject({ errors: [{ pointer: '/translationOf' }] });
    expect(JSON.stringify(body)).not.toContain(own['id']);
  });

  it('can’t be made and published at once', async () => {
    expect((await restricted({ publish: true }))['status']).toBe(422);
  });
});
