import { globSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ObjectJournal } from '../../../../infra/local/stores/object-journal.ts';
import { temporary } from '../temporary.ts';
import { objectsIn, textOf } from './objects-in-test.ts';

const object = (key: string, text = key) => ({
  path: `/site/${key}`,
  headers: { 'content-type': 'text/plain', 'cache-control': 'max-age=1' },
  body: Buffer.from(text),
});
const never = () => new Promise<never>(() => undefined);
/** Waits until the journal keeps as many files as that. */
const kept = (folder: string, count: number) =>
  expect
    .poll(() => globSync('[0-9]*', { cwd: folder }).filter((name) => !name.endsWith('.new')))
    .toHaveLength(count);

describe('an object on its way', () => {
  it('is kept until it has arrived', async () => {
    const folder = temporary();
    const journal = new ObjectJournal(folder);
    const seen = await journal.around(object('a'), async () => new ObjectJournal(folder).unfinished());
    expect(seen).toEqual([object('a')]);
    expect(journal.unfinished()).toEqual([]);
  });

  it('is kept no more when its PUT has failed: who asked for it was told', async () => {
    const journal = new ObjectJournal(temporary());
    await expect(journal.around(object('a'), () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(journal.unfinished()).toEqual([]);
  });

  it('is there after a kill -9, byte for byte, in the order in which it came', async () => {
    const folder = temporary();
    const journal = new ObjectJournal(folder);
    const bytes = { ...object('bytes'), body: Buffer.from([0, 10, 255, 10, 128]) };
    for (const [index, one] of [object('b'), bytes, object('a')].entries()) {
      void journal.around(one, never);
      await kept(folder, index + 1);
    }
    const found = new ObjectJournal(folder);
    expect(found.unfinished()).toEqual([object('b'), bytes, object('a')]);
    await found.clear();
    expect(new ObjectJournal(folder).unfinished()).toEqual([]);
  });

  it('that the kill -9 cut off before it was whole here was never under way', async () => {
    const folder = temporary();
    const journal = new ObjectJournal(folder);
    writeFileSync(join(folder, '000000000.new'), '{"path":"/site/a","head');
    expect(journal.unfinished()).toEqual([]);
  });
});

describe('a PUT that a kill -9 cut off', () => {
  /** A folder where edition 1 was answered, and edition 2 was kept in the journal when the process ended. */
  async function cutOff(meanwhile: (folder: string) => void = () => undefined) {
    const folder = temporary();
    const { put, stop } = await objectsIn(folder);
    await put('page', textOf(1));
    await stop();
    const journal = join(folder, 's3-journal');
    void new ObjectJournal(journal).around(object('page', textOf(2)), never);
    await kept(journal, 1);
    meanwhile(folder);
    return folder;
  }
  const fileOf = (folder: string, ending: string) =>
    join(folder, globSync(`s3/**/page${ending}`, { cwd: folder })[0] ?? '');

  it.each([
    ['before it began', () => undefined],
    ['in the middle of the data', (folder: string) => truncateSync(fileOf(folder, '.data'), 777)],
    ['between data and description', (folder: string) => writeFileSync(fileOf(folder, '.data'), textOf(2))],
    ['in the middle of the description', (folder: string) => truncateSync(fileOf(folder, '.meta.json'), 20)],
  ])('%s is whole after the next start, with its headers', async (_, meanwhile) => {
    const folder = await cutOff(meanwhile);
    const { get, stop } = await objectsIn(folder);
    expect(await get('page')).toBe(textOf(2));
    expect(readFileSync(fileOf(folder, '.meta.json'), 'utf8')).toContain('max-age=1');
    await stop();
  });

  it('is put once: a start after that leaves what came later', async () => {
    const folder = await cutOff();
    const second = await objectsIn(folder);
    await second.put('page', textOf(3));
    await second.stop();
    const third = await objectsIn(folder);
    expect(await third.get('page')).toBe(textOf(3));
    await third.stop();
  });
});
