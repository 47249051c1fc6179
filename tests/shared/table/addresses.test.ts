import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as drafting from '../../../shared/statement/drafting.ts';
import { createPublished } from '../../../shared/statement/publishing.ts';
import { takeSlug } from '../../../shared/table/addresses.ts';
import { commit } from '../../../shared/table/commit.ts';
import { tableOf } from '../../../shared/table.ts';
import { fakeTable } from '../../functions/fake-table.ts';
import { act, content, text } from '../statement/sample.ts';

const table = tableOf('table');
let fake: ReturnType<typeof fakeTable>;
beforeEach(() => {
  fake = fakeTable();
});
afterEach(() => fake.client.restore());

const noon = '2026-05-04T10:00:00.000Z';
const soon = '2026-05-04T10:00:30.000Z';
const later = '2026-05-04T10:01:00.000Z';
const take = (id: string, at = noon, slug?: string) => takeSlug(table, { id, at }, { ...content, slug });

describe('an address', () => {
  it('is one statement’s, however many want it at once', async () => {
    const slugs = await Promise.all(['a', 'b', 'c'].map((id) => take(id)));
    expect(slugs.sort()).toEqual(['the-reef-is-open', 'the-reef-is-open-2', 'the-reef-is-open-3']);
  });

  it('that was asked for is taken or refused', async () => {
    expect(await take('a', noon, 'reef')).toBe('reef');
    expect(await take('a', noon, 'reef')).toBe('reef');
    await expect(take('b', soon, 'reef')).rejects.toMatchObject({ code: 'path-taken' });
  });

  it('that a try which died has left is free after a minute', async () => {
    await take('a', noon, 'reef');
    await commit(table, drafting.create('b', text, act()), act());
    await take('b', noon, 'shore');
    expect(await take('c', later, 'reef')).toBe('reef');
    expect(await take('c', later, 'shore')).toBe('shore');
    await expect(take('b', later, 'shore')).rejects.toMatchObject({ code: 'path-taken' });
  });

  it('that is taken anew for another try is not free', async () => {
    await take('a', noon, 'reef');
    await take('a', soon, 'reef');
    await expect(take('b', later, 'reef')).rejects.toMatchObject({ code: 'path-taken' });
  });

  it('is for ever where something was public', async () => {
    const now = act();
    await take('a', noon, 'reef');
    await commit(table, createPublished('a', text, { slug: 'reef', reference: 'PR/2026/1' }, now), now);
    await expect(take('b', '2036-05-04T10:00:00.000Z', 'reef')).rejects.toMatchObject({ code: 'path-taken' });
  });
});
