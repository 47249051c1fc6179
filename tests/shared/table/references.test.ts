import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as drafting from '../../../shared/statement/drafting.ts';
import { createPublished } from '../../../shared/statement/publishing.ts';
import { commit } from '../../../shared/table/commit.ts';
import { takeReference } from '../../../shared/table/references.ts';
import { tableOf } from '../../../shared/table.ts';
import { fakeTable } from '../../functions/fake-table.ts';
import { act, text } from '../statement/sample.ts';

const site = { reference: 'PR/{year}/{number}', timeZone: 'Europe/Lisbon' };
const table = tableOf('table');
let fake: ReturnType<typeof fakeTable>;
beforeEach(() => {
  fake = fakeTable();
});
afterEach(() => fake.client.restore());

const noon = '2026-05-04T10:00:00.000Z';
const take = (id: string, at = noon, more: { original?: string; version?: number } = {}) =>
  takeReference(table, site, { id, original: id, version: 1, at, ...more });

/** Sets out as `take` does, and is public then. */
async function release(id: string, at = noon, original = id) {
  const { reference, at: instant } = await take(id, at, { original });
  const now = act('a1', undefined, instant);
  await commit(table, createPublished(id, text, { slug: id, reference }, now), now);
  return reference;
}

describe('references', () => {
  it('rise together with the instants, though clocks differ or stand still', async () => {
    const asked = ['10:00:00.000', '10:00:00.000', '09:59:00.000', '10:00:00.001', '10:00:01.000'];
    const given = [];
    for (const [i, time] of asked.entries()) given.push(await take(`s${i}`, `2026-05-04T${time}Z`));
    expect(given).toEqual([
      { reference: 'PR/2026/1', at: '2026-05-04T10:00:00.000Z' },
      { reference: 'PR/2026/2', at: '2026-05-04T10:00:00.001Z' },
      { reference: 'PR/2026/3', at: '2026-05-04T10:00:00.002Z' },
      { reference: 'PR/2026/4', at: '2026-05-04T10:00:00.003Z' },
      { reference: 'PR/2026/5', at: '2026-05-04T10:00:01.000Z' },
    ]);
  });

  it('are unique among many at once', async () => {
    const given = await Promise.all(Array.from({ length: 50 }, (_, i) => take(`s${i}`)));
    const inOrder = given.toSorted((a, b) => (a.at < b.at ? -1 : 1));
    expect(inOrder.map(({ reference }) => reference)).toEqual(given.map((_, i) => `PR/2026/${i + 1}`));
    expect(new Set(given.map(({ at }) => at)).size).toBe(50);
  });

  it('count anew in each year, which is the site’s', async () => {
    await take('summer');
    expect((await take('eve', '2026-12-31T23:59:59.999Z')).reference).toBe('PR/2026/2');
    expect((await take('new', '2027-01-01T00:00:00.000Z')).reference).toBe('PR/2027/1');
  });
});

describe('the reference of translations', () => {
  it('is that of the first to be public, each with its own instant', async () => {
    await release('original');
    await release('another');
    expect(await take('translation', '2026-05-04T12:00:00.000Z', { original: 'original' })).toEqual({
      reference: 'PR/2026/1',
      at: '2026-05-04T12:00:00.000Z',
    });
  });

  it('is one though they set out at once, whoever of them arrives', async () => {
    const given = await Promise.all(['b', 'c', 'd'].map((id) => take(id, noon, { original: 'a' })));
    expect(new Set(given.map(({ reference }) => reference)).size).toBe(1);
    const later = await release('e', '2026-05-04T10:00:10.000Z', 'a');
    expect(later).toBe(given[0]?.reference);
    expect((await take('b', '2026-05-05T10:00:00.000Z', { original: 'a' })).reference).toBe(later);
  });
});

describe('the reference of a publication that died', () => {
  it('is the same with its instant if it is tried again soon', async () => {
    const first = await take('reef');
    await release('other', '2026-05-04T10:00:10.000Z');
    expect(await take('reef', '2026-05-04T10:00:30.000Z')).toMatchObject(first);
  });

  it.each([
    ['is tried again later', '2026-05-04T10:01:00.000Z', 1],
    ['was changed before it is tried again', '2026-05-04T10:00:30.000Z', 3],
  ])('goes to nobody if it %s, so that the order holds', async (_, at, version) => {
    await take('reef');
    await release('other', '2026-05-04T10:00:10.000Z');
    if (version > 1) {
      const draft = await commit(table, drafting.create('reef', text, act()), act());
      await commit(table, drafting.edit(draft, text, act('b2')), act('b2'));
    }
    expect(await take('reef', at, { version })).toEqual({ reference: 'PR/2026/3', at });
  });
});
