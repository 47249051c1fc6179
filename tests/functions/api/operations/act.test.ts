import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fakeTable } from '../../fake-table.ts';
import { call } from '../call.ts';
import { change, created, historyOf } from './statement.ts';

let table: ReturnType<typeof fakeTable>;
beforeEach(() => {
  table = fakeTable();
});
afterEach(() => table.client.restore());

const correction = { note: 'A word was wrong.', significance: 'minor' };
const corrected = async (id: unknown, body: string, said: object = correction) => {
  await change(id, 'PATCH', { body });
  return change(id, 'publish', said);
};

describe('a change', () => {
  it('needs If-Match, and the version that is there', async () => {
    const { id } = await created();
    expect((await call('POST', `/statements/${id}/submit`)).status).toBe(428);
    const stale = await change(id, 'submit', undefined, { version: 9 });
    expect([stale.status, stale.headers.ETag]).toEqual([412, '"1"']);
  });

  it.each([
    ['return', {}, 400],
    ['return', { note: ' ' }, 422],
    ['submit', { note: 'x' }, 400],
    ['withdraw', { reason: 'A mistake.' }, 400],
    ['amend-note', { edition: 0, note: 'x' }, 422],
    ['notes', [], 400],
  ])('that asks to %s with %j is refused', async (action, body, status) => {
    const { id } = await created({ publish: true });
    expect((await change(id, action, body)).status).toBe(status);
  });

  it('that is not legal is told what is, and leaves no trace', async () => {
    const { id } = await created();
    const refused = await change(id, 'discard');
    expect(refused.status).toBe(409);
    expect(refused.body.detail).toBe(
      'A work copy can be discarded beside a public text. What was never public can be deleted whole. ' +
        'This statement is not public, its work copy draft. You can: edit, submit, publish, schedule, delete, restrict, note.',
    );
    expect(await historyOf(id)).toHaveLength(1);
  });

  it('answers the statement, its ETag, and what can be done next', async () => {
    const { id } = await created();
    const { status, headers, body } = await change(id, 'submit');
    expect([status, headers.ETag]).toEqual([200, '"2"']);
    expect(body).toMatchObject({
      version: 2,
      work: { state: 'in-review', handsOn: ['editor'] },
      actions: ['edit', 'approve', 'return', 'publish', 'schedule', 'delete', 'restrict', 'note'],
      overrides: [],
    });
  });
});

describe('a review', () => {
  it('goes from submission to approval and back', async () => {
    const { id } = await created();
    await change(id, 'submit');
    expect((await change(id, 'approve', undefined, { as: 'admin' })).body.work).toMatchObject({
      state: 'approved',
      handsOn: [],
    });
    expect((await change(id, 'return', { note: 'Whose reef?' })).body.work).toMatchObject({ state: 'draft' });
    expect((await historyOf(id)).map(({ action, note }) => [action, note])).toEqual([
      ['return', 'Whose reef?'],
      ['approve', undefined],
      ['submit', undefined],
      ['create', undefined],
    ]);
  });

  it('shows no subject of anybody, and no key of the table', async () => {
    const { id } = await created({ publish: true });
    const { body } = await change(id, 'PATCH', { title: 'Other' });
    expect(JSON.stringify([body.live, body.work])).not.toMatch(/sub-|TEXT#|PUBLIC#/);
  });
});

describe('a correction', () => {
  it('can move a statement to another date, and back to the address that it had', async () => {
    const { id, path } = await created({ publish: true });
    await change(id, 'PATCH', { date: '2026-05-05' });
    const moved = (await change(id, 'publish', correction)).body;
    expect(moved).toMatchObject({ path: '/en/2026/05/05/the-reef-is-open/', live: { formerPaths: [path] } });
    await change(id, 'PATCH', { date: '2026-05-04' });
    expect((await change(id, 'publish', correction)).body.live).toMatchObject({
      edition: 3,
      path,
      formerPaths: [moved.path],
    });
  });

  it('keeps its address though its title changes, and can’t change its language', async () => {
    const { id, path } = await created({ publish: true });
    await change(id, 'PATCH', { title: 'The reef is shut' });
    expect((await change(id, 'publish', correction)).body.path).toBe(path);
    expect((await change(id, 'PATCH', { language: 'fr' })).status).toBe(409);
  });

  it('refuses the address of another statement, and what that one had before', async () => {
    const { id } = await created({ publish: true, slug: 'one' });
    await change(id, 'PATCH', { slug: 'two' });
    await change(id, 'publish', correction);
    const other = await created({ publish: true, slug: 'three' });
    for (const slug of ['one', 'two']) {
      await change(other.id, 'PATCH', { slug });
      expect((await change(other.id, 'publish', correction)).status).toBe(409);
    }
  });

  it('of a public note is in the open, and only of one that there is', async () => {
    const { id } = await created({ publish: true });
    expect((await change(id, 'amend-note', { edition: 1, note: 'x' })).status).toBe(422);
    await corrected(id, 'Better.');
    await corrected(id, 'Best.');
    const amended = await change(id, 'amend-note', { edition: 2, note: 'A word was amiss.' });
    expect(amended.body.live).toMatchObject({ edition: 3, note: correction.note });
    const newest = await change(id, 'amend-note', { edition: 3, note: 'Two words were.' });
    expect(newest.body.live).toMatchObject({ edition: 3, note: 'Two words were.' });
    expect((await change(id, 'amend-note', { edition: 4, note: 'x' })).status).toBe(422);
  });
});

describe('a withdrawal', () => {
  const withdrawn = { reason: 'It was not true.', keepText: true };

  it('takes the statement off what is listed as live, and can be amended', async () => {
    const { id } = await created({ publish: true });
    expect((await change(id, 'withdraw', withdrawn)).body.live).toMatchObject({ edition: 1, withdrawn });
    expect((await call('GET', '/statements?state=live')).body.items).toEqual([]);
    expect([...table.items.values()].filter((item) => item.liveIn)).toEqual([]);
    const again = await change(id, 'withdraw', { reason: 'None of it was.', keepText: false });
    expect(again.body.live).toMatchObject({ withdrawn: { reason: 'None of it was.', keepText: false } });
    expect((await change(id, 'withdraw', withdrawn)).status).toBe(409);
  });

  it('may point to another live statement, and to nothing else', async () => {
    const { id } = await created({ publish: true });
    const other = await created({ publish: true });
    const draft = await created();
    for (const replacedBy of [id, draft.id, 'nothing'])
      expect((await change(id, 'withdraw', { ...withdrawn, replacedBy })).status).toBe(422);
    expect((await change(id, 'withdraw', { ...withdrawn, replacedBy: other.id })).status).toBe(200);
  });

  it('ends in a restoration, with or without another text', async () => {
    const { id } = await created({ publish: true });
    await change(id, 'withdraw', withdrawn);
    await change(id, 'PATCH', { body: 'Corrected.' });
    expect((await change(id, 'publish', correction)).status).toBe(409);
    const asItWas = (await change(id, 'restore')).body;
    expect(asItWas).toMatchObject({
      live: { edition: 2, body: 'Divers may come again.' },
      work: { body: 'Corrected.' },
    });
    await change(id, 'withdraw', withdrawn);
    await change(id, 'submit');
    await change(id, 'approve');
    expect((await change(id, 'restore')).status).toBe(422);
    const { body } = await change(id, 'restore', correction);
    expect(body).toMatchObject({ live: { edition: 3, body: 'Corrected.', ...correction }, work: null });
  });
});

it('remarks stay inside the office, in the history', async () => {
  const { id } = await created({ publish: true });
  const { body } = await change(id, 'notes', { note: 'Call them first.\nThen us.' });
  expect(body).toMatchObject({ version: 2, live: { edition: 1 } });
  expect(JSON.stringify(body)).not.toContain('Call them');
  expect((await historyOf(id))[0]).toMatchObject({ action: 'note', note: 'Call them first.\nThen us.' });
});

describe('an action with an Idempotency-Key', () => {
  const headers = (version: number) => ({ 'idempotency-key': 'k-1', 'if-match': `"${version}"` });

  it('has one effect for concurrent twins, and the same answer', async () => {
    const { id } = await created();
    const ask = () => call('POST', `/statements/${id}/submit`, { headers: headers(1) });
    const [first, ...others] = await Promise.all([ask(), ask(), ask()]);
    expect(first?.status).toBe(200);
    for (const other of others) expect(other).toEqual(first);
    expect(await historyOf(id)).toHaveLength(2);
  });

  it('finds what a try that died had done', async () => {
    const { id } = await created({ publish: true });
    const remark = { body: { note: 'Once.' }, headers: headers(1) };
    await call('POST', `/statements/${id}/notes`, remark);
    for (const [key, item] of table.items)
      if (item.sk === 'REQUEST') table.items.set(key, { ...item, answer: undefined, heldUntil: 0 });
    const again = await call('POST', `/statements/${id}/notes`, remark);
    expect([again.status, again.body.version]).toEqual([200, 2]);
    expect(await historyOf(id)).toHaveLength(2);
  });
});
