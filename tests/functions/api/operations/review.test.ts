import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeTable } from '../../fake-table.ts';
import { call } from '../call.ts';
import { change, created, historyOf, text } from './statement.ts';

vi.mock('../../../../shared/this-site.ts', async (original) => {
  const { site } = await original<typeof import('../../../../shared/this-site.ts')>();
  return { site: { ...site, review: 'required' } };
});

let table: ReturnType<typeof fakeTable>;
beforeEach(() => {
  table = fakeTable();
});
afterEach(() => table.client.restore());

const [byAuthor, byEditor, byAdmin] = [{ as: 'author' }, { as: 'editor' }, { as: 'admin' }];
const override = { override: true, reason: 'The sea is rising.' };
const submitted = async (as: string) => {
  const { id } = await created({}, as);
  await change(id, 'submit', undefined, { as });
  return id;
};

describe('where texts need a second pair of eyes', () => {
  it('authors write and submit, editors release', async () => {
    const id = await submitted('author');
    for (const action of ['approve', 'publish'])
      expect((await change(id, action, undefined, byAuthor)).body.detail).toContain('takes the role editor');
    expect((await change(id, 'publish')).body.detail).toContain('only what somebody else has approved');
    expect((await change(id, 'approve')).status).toBe(200);
    expect((await change(id, 'publish')).body.live).toMatchObject({ edition: 1 });
  });

  it('nobody publishes in the call that creates', async () => {
    const { status, body } = await call('POST', '/statements', { body: { ...text, publish: true } });
    expect([status, body.title]).toEqual([403, 'Your role does not allow this']);
    expect(table.items.size).toBe(0);
  });

  it('nobody approves their own words, whoever submitted them', async () => {
    const id = await submitted('editor');
    const { status, body } = await change(id, 'approve');
    expect(status).toBe(403);
    expect(body.detail).toContain('Nobody approves or publishes a text that they have had a hand in');
    expect((await change(id, 'approve', undefined, byAdmin)).status).toBe(200);
  });

  it('an edit after the approval is a draft again', async () => {
    const id = await submitted('author');
    await change(id, 'approve');
    const edited = await change(id, 'PATCH', { title: 'Shut' }, byAuthor);
    expect(edited.body.work).toMatchObject({ state: 'draft', handsOn: ['author'] });
    expect((await change(id, 'publish')).status).toBe(403);
  });

  it('an admin may override, on the trail, and the flag stays until somebody else approves', async () => {
    const { id } = await created({}, 'admin');
    expect((await change(id, 'publish', { override: true }, byAdmin)).body).toMatchObject({
      status: 422,
      errors: [{ pointer: '/reason' }],
    });
    expect((await change(id, 'publish', override, byEditor)).status).toBe(403);
    const published = (await change(id, 'publish', override, byAdmin)).body;
    expect(published).toMatchObject({
      live: { edition: 1 },
      publishedWithoutReview: { by: 'admin', reason: override.reason },
    });
    expect((await historyOf(id))[0]).toMatchObject({ action: 'publish', ...override });
    // What is left of the rule after an override can't be overridden as well.
    for (const said of [undefined, override])
      expect((await change(id, 'approve', said, byAdmin)).status).toBe(403);
    expect((await change(id, 'approve')).body).toMatchObject({
      live: { edition: 1 },
      publishedWithoutReview: null,
    });
    expect((await change(id, 'approve')).status).toBe(409);
  });

  it('a schedule is as good as a publication: of what somebody else approved, or by an override', async () => {
    const at = new Date(Date.now() + 3_600_000).toISOString();
    const { id } = await created({}, 'admin');
    expect((await change(id, 'schedule', { at }, byAuthor)).status).toBe(403);
    expect((await change(id, 'schedule', { at })).body.detail).toContain(
      'only what somebody else has approved',
    );
    expect((await change(id, 'schedule', { at, ...override }, byAdmin)).body.work).toMatchObject({
      state: 'scheduled',
      withoutReview: { by: 'admin' },
    });
    expect((await change(id, 'unschedule', undefined, byAuthor)).status).toBe(403);
    expect((await change(id, 'unschedule')).body.work).toMatchObject({ state: 'draft' });
    expect((await change(id, 'schedule', { at })).status).toBe(403);
  });

  it('GET shows each what they may do, and an admin what they may override', async () => {
    const { id } = await created({}, 'admin');
    const shown = async (as: string) => {
      const { actions, overrides } = (await call('GET', `/statements/${id}`, { as })).body;
      return { actions, overrides };
    };
    const writing = ['edit', 'submit', 'delete', 'restrict', 'note'];
    expect(await shown('author')).toEqual({ actions: writing, overrides: [] });
    expect(await shown('admin')).toEqual({ actions: writing, overrides: ['publish', 'schedule'] });
  });
});
