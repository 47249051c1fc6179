import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { StreamLog } from '../../../../infra/local/stores/stream-log.ts';
import { temporary } from '../temporary.ts';

const keys = { pk: { S: 'STATEMENT#1' } };
const item = (title: string) => ({ ...keys, title: { S: title } });

/** Records that an item came to be, in its first words. */
function write(log: StreamLog, title: string, table = 'heads') {
  log.conclude(log.announce(table, keys), table, { keys, after: item(title) });
}
const titles = (log: StreamLog, reader = 'relay', limit = 100) =>
  log.read(reader, 'heads', limit).map(({ after }) => after?.title);
const inOrder = (...names: string[]) => names.map((S) => ({ S }));

describe('a stream', () => {
  it('has a record of a change, with the images before and after it', () => {
    const log = new StreamLog(':memory:');
    log.conclude(log.announce('heads', keys), 'heads', {
      keys,
      before: item('old'),
      after: item('new'),
    });
    expect(log.read('relay', 'heads', 1)).toEqual([
      { sequence: 1, at: expect.any(Number), keys, before: item('old'), after: item('new') },
    ]);
  });

  it('has none of a write that changed nothing', () => {
    const log = new StreamLog(':memory:');
    const images = { keys, before: item('same'), after: item('same') };
    log.conclude(log.announce('heads', keys), 'heads', images);
    expect(titles(log)).toEqual([]);
    expect(log.unconcluded()).toEqual([]);
  });

  it('has none of a write that was refused', () => {
    const log = new StreamLog(':memory:');
    log.conclude(log.announce('heads', keys), 'heads', undefined);
    expect(titles(log)).toEqual([]);
    expect(log.unconcluded()).toEqual([]);
  });

  it('is read in the order of the writes, a limit at a time, from where the reader is', () => {
    const log = new StreamLog(':memory:');
    for (const title of ['a', 'b', 'c']) write(log, title);
    expect(titles(log, 'relay', 2)).toEqual(inOrder('a', 'b'));
    log.pass('relay', 2);
    expect(titles(log)).toEqual(inOrder('c'));
    expect(titles(log, 'another')).toEqual(inOrder('a', 'b', 'c'));
  });

  it('is one for each table', () => {
    const log = new StreamLog(':memory:');
    write(log, 'mine');
    write(log, 'theirs', 'others');
    expect(titles(log)).toEqual(inOrder('mine'));
  });

  it('wakes those who wait for a record', () => {
    const log = new StreamLog(':memory:');
    let woken = 0;
    log.on('record', () => woken++);
    write(log, 'a');
    expect(woken).toBe(1);
  });
});

describe('what is in the file', () => {
  it('outlives a log that was never closed: records, positions and announcements', () => {
    const file = join(temporary(), 'stream.db');
    const lost = new StreamLog(file);
    write(lost, 'a');
    write(lost, 'b');
    lost.pass('relay', 1);
    const id = lost.announce('heads', keys);

    const found = new StreamLog(file);
    expect(titles(found)).toEqual(inOrder('b'));
    expect(found.unconcluded()).toEqual([{ id, tableName: 'heads', keys }]);
    found.close();
    lost.close();
  });
});
