import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { Clock } from '../../../../infra/local/clock.ts';
import { removeExpired } from '../../../../infra/local/stores/time-to-live.ts';
import { temporary } from '../temporary.ts';
import { startTables } from './tables-in-test.ts';

const now = Date.UTC(2031, 0, 1, 12);
const seconds = (at: number) => ({ N: String(Math.floor(at / 1000)) });
const key = (id: string) => ({ pk: { S: id }, sk: { S: 'TOKEN' } });
const TimeToLiveSpecification = { AttributeName: 'until', Enabled: true };

/** A table with these items, of which those that are over are removed when the clock says so; `ids` are those left. */
async function started(items: object[], properties: object = { TimeToLiveSpecification }) {
  vi.useFakeTimers({ toFake: ['Date', 'setInterval', 'clearInterval'], now });
  onTestFinished(() => void vi.useRealTimers());
  const folder = temporary();
  const { call, tables, log, stop } = await startTables(folder, { ...properties });
  for (const Item of items) await call('PutItem', { Item });
  const clock = new Clock(folder);
  const end = removeExpired(tables, clock);
  onTestFinished(async () => {
    end();
    await stop();
  });
  const ids = async (): Promise<string[]> =>
    (await call('Scan', {})).body.Items.map(({ pk }: { pk: { S: string } }) => pk.S).toSorted();
  return { call, clock, ids, end, log };
}

describe('an item whose time is over', () => {
  const items = [
    { ...key('over'), until: seconds(now - 1000) },
    { ...key('not yet'), until: seconds(now + 60_000) },
    { ...key('never') },
    { ...key('no number'), until: { S: '0' } },
  ];

  it('is removed within the hour, and no other is', async () => {
    const { ids } = await started(items);
    expect(await ids()).toHaveLength(4);
    vi.advanceTimersByTime(59 * 60_000);
    expect(await ids()).toHaveLength(4);
    vi.setSystemTime(now);
    vi.advanceTimersByTime(60_000);
    await expect.poll(ids).toEqual(['never', 'no number', 'not yet']);
  });

  it('is removed when the clock was moved over its time', async () => {
    const { ids, clock } = await started(items);
    vi.setSystemTime(now + 61_000);
    clock.advance(61_000);
    await expect.poll(ids).toEqual(['never', 'no number']);
  });

  it('goes by the stream, as every removal', async () => {
    const { ids, clock, log } = await started(items.slice(0, 1));
    clock.advance(1);
    await expect.poll(ids).toEqual([]);
    const removal = log.read('test', 'heads', 10).at(-1);
    expect([removal?.keys, removal?.after]).toEqual([key('over'), undefined]);
  });

  it('stays in a table that has no time to live, and after the end', async () => {
    const all = ['never', 'no number', 'not yet', 'over'];
    const without = await started(items, {});
    without.clock.advance(1);
    const ended = await started(items);
    ended.end();
    ended.clock.advance(1);
    // One that is removed says that the others had the time for it.
    const removed = await started(items);
    removed.clock.advance(1);
    await expect.poll(removed.ids).not.toContain('over');
    expect([await without.ids(), await ended.ids()]).toEqual([all, all]);
  });
});
