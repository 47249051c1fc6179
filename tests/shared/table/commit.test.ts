import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as drafting from '../../../shared/statement/drafting.ts';
import { createPublished } from '../../../shared/statement/publishing.ts';
import { commit } from '../../../shared/table/commit.ts';
import { readHead } from '../../../shared/table/heads.ts';
import { settle } from '../../../shared/table/pending.ts';
import { readTrail } from '../../../shared/table/records.ts';
import { tableOf } from '../../../shared/table.ts';
import { fakeTable } from '../../functions/fake-table.ts';
import { act, taken, text } from '../statement/sample.ts';

const table = tableOf('table');
let fake: ReturnType<typeof fakeTable>;
beforeEach(() => {
  fake = fakeTable();
});
afterEach(() => fake.client.restore());

const created = () => commit(table, drafting.create('reef', text, act()), act());

describe('a commit', () => {
  it('lets one of two changes of a version win, and tells the other the current ETag', async () => {
    const head = await created();
    const edit = (change: string) => commit(table, drafting.edit(head, text, act(change)), act(change));
    await edit('b');
    await expect(edit('c')).rejects.toMatchObject({ code: 'stale-version', headers: { ETag: '"2"' } });
    const now = await readHead(table, 'reef');
    expect(now?.work?.text).toContain('#b');
  });

  it('leaves no trace on the trail of what lost', async () => {
    const head = await created();
    const edit = (change: string) => commit(table, drafting.edit(head, text, act(change)), act(change));
    const won = await edit('b');
    await expect(edit('c')).rejects.toThrow();
    expect((await readTrail(table, won)).map(({ version }) => version)).toEqual([2, 1]);
  });

  it('takes its own head in the way for the success that it was', async () => {
    const change = drafting.create('reef', text, act());
    await commit(table, change, act());
    // The SDK sends a write again whose answer was lost.
    await expect(commit(table, change, act())).resolves.toMatchObject({ version: 1 });
  });

  it('takes nobody else’s head for its own, though both said the same in the same millisecond', async () => {
    const change = drafting.create('reef', text, act());
    await commit(table, change, { ...act(), requestId: 'one' });
    const twin = commit(table, change, { ...act(), requestId: 'other' });
    await expect(twin).rejects.toMatchObject({ code: 'stale-version' });
  });

  it('that dies before the head moves leaves the statement as it was', async () => {
    const head = await created();
    const before = fake.items.get('STATEMENT#reef HEAD');
    fake.client.on(PutCommand, { Item: { sk: 'HEAD' } }, false).rejects(new Error('power cut'));
    await expect(commit(table, drafting.edit(head, text, act('b')), act('b'))).rejects.toThrow('power cut');
    expect(fake.items.get('STATEMENT#reef HEAD')).toEqual(before);
    expect((await readTrail(table, head)).map(({ version }) => version)).toEqual([1]);
  });
});

it('a publication is settled once each of its channels has said so', async () => {
  const head = await commit(table, createPublished('reef', text, taken, act()), act());
  expect(await settle(table, head, 'page')).toBeUndefined();
  expect((await readHead(table, 'reef'))?.pending?.channels).toEqual(['lists']);
  expect(await settle(table, head, 'lists')).toBeUndefined();
  expect((await readHead(table, 'reef'))?.pending).toBeUndefined();
});
