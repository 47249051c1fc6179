import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { handler } from '../../../../functions/indexer/handler.ts';
import { fakeTable } from '../../fake-table.ts';
import { messageOf } from '../../publish.ts';
import { call } from '../call.ts';
import { change, created } from './statement.ts';

vi.mock('../../../../shared/this-site.ts', async (original) => {
  const { site } = await original<typeof import('../../../../shared/this-site.ts')>();
  return { site: { ...site, review: 'required' } };
});

let table: ReturnType<typeof fakeTable>;
/** Each statement is created in a millisecond of its own, so that the newest is known. */
let now = Date.parse('2026-05-04T10:00:00.000Z');
beforeEach(() => {
  table = fakeTable();
  vi.useFakeTimers({ toFake: ['Date'] });
});
afterEach(() => {
  table.client.restore();
  vi.useRealTimers();
});

const titles = (body: Record<string, unknown>) =>
  (body.items as { work?: { title: string }; live?: { title: string } }[]).map(
    ({ work, live }) => (work ?? live)?.title,
  );
const listed = async (query: string, as = 'editor') =>
  titles((await call('GET', `/statements?${query}`, { as })).body);
const counts = async (as = 'editor') => (await call('GET', '/statements/counts', { as })).body;

/** Has the indexer look at a statement, as an event of the bus does. */
const index = (id: unknown) =>
  handler({
    Records: [
      messageOf({
        'detail-type': 'Statement Changed',
        detail: { schema: 1, id: String(id), version: 1, edition: 0, language: 'en', type: '', at: '' },
      }),
    ],
  });

const later = () => vi.setSystemTime(++now);

/** A day of the office: a draft of the author's, a text in review, one approved, one live, one withdrawn. */
async function office() {
  later();
  const draft = await created({ title: 'Draft', topics: ['sea'] }, 'author');
  later();
  const review = await created({ title: 'In review', language: 'fr' }, 'author');
  await change(review.id, 'submit', undefined, { as: 'author' });
  later();
  const approved = await created({ title: 'Approved', type: 'statement' }, 'author');
  await change(approved.id, 'submit', undefined, { as: 'author' });
  await change(approved.id, 'approve');
  later();
  const live = await created({ title: 'Live', topics: ['sea'] });
  later();
  const withdrawn = await created({ title: 'Withdrawn' });
  for (const { id } of [live, withdrawn])
    for (const action of ['submit', 'approve', 'publish'])
      await change(id, action, undefined, { as: 'admin' });
  await change(withdrawn.id, 'withdraw', { reason: 'It was early.', keepText: true });
  return [draft, review, approved, live, withdrawn].map(({ id }) => String(id));
}

describe.each([
  ['that the index has not heard of', async () => undefined],
  ['in the index', (ids: string[]) => Promise.all(ids.map(index))],
])('statements %s', (_, indexed) => {
  let ids: string[];
  beforeEach(async () => {
    ids = await office();
    await indexed(ids);
  });

  it.each([
    ['state=draft', ['Draft']],
    ['state=in-review', ['In review']],
    ['state=approved', ['Approved']],
    ['state=live', ['Live']],
    ['state=withdrawn', ['Withdrawn']],
    ['language=fr', ['In review']],
    ['type=statement', ['Approved']],
    ['topic=sea', ['Live', 'Draft']],
    ['topic=sea&state=live', ['Live']],
    ['author=author', ['Approved', 'In review', 'Draft']],
    ['author=sub-author&state=approved', ['Approved']],
    ['waiting=true', ['Approved', 'In review']],
    ['mine=true', ['Withdrawn', 'Live']],
    ['due=true', []],
    ['topic=none', []],
  ])('are listed by %s', async (query, expected) => {
    expect(await listed(query)).toEqual(expected);
  });

  it('are due in the order of their instants, page by page', async () => {
    vi.setSystemTime(now);
    for (const [title, hour] of [
      ['At three', 15],
      ['At one', 13],
      ['At two', 14],
    ] as const) {
      later();
      const { id } = await created({ title }, 'author');
      for (const action of ['submit', 'approve']) await change(id, action, undefined, { as: 'admin' });
      await change(id, 'schedule', { at: `2026-05-05T${hour}:00:00Z` }, { as: 'admin' });
      await indexed([String(id)]);
    }
    const first = await call('GET', '/statements?due=true&limit=2', { as: 'editor' });
    expect(titles(first.body)).toEqual(['At one', 'At two']);
    expect(await listed(`due=true&limit=2&cursor=${first.body.next}`)).toEqual(['At three']);
  });

  it('wait for those alone who may do something about them', async () => {
    expect(await listed('waiting=true', 'author')).toEqual([]);
    await change(ids[1], 'PATCH', { title: 'In review, by both' });
    await change(ids[1], 'submit');
    expect(await listed('waiting=true')).toEqual(['Approved']);
  });

  it('are mine while I have a hand in them', async () => {
    await change(ids[0], 'PATCH', { title: 'Draft of both' });
    expect(await listed('mine=true')).toEqual(['Withdrawn', 'Live', 'Draft of both']);
  });

  it('leave a list with the change that takes them out of it', async () => {
    await change(ids[1], 'return', { note: 'Not yet.' });
    expect(await listed('state=in-review')).toEqual([]);
    expect(await listed('state=draft')).toEqual(['In review', 'Draft']);
    await change(ids[0], 'DELETE');
    expect(await listed('state=draft')).toEqual(['In review']);
    expect(await listed('')).not.toContain('Draft');
  });

  it('are counted as they are listed', async () => {
    await Promise.all(ids.map(index));
    expect(await counts()).toEqual({
      draft: 1,
      'in-review': 1,
      approved: 1,
      scheduled: 0,
      failed: 0,
      live: 1,
      withdrawn: 1,
      waiting: 2,
      mine: 2,
    });
    expect(await counts('author')).toMatchObject({ waiting: 0, mine: 3 });
  });
});

it('refuses a list that there is not', async () => {
  expect((await call('GET', '/statements?state=lost')).status).toBe(422);
  expect((await call('GET', '/statements?waiting=perhaps')).status).toBe(422);
});
