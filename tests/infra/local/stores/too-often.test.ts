import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { StatementSync } from 'node:sqlite';
import { describe, expect, it, vi } from 'vitest';
import type { Stores } from '../../../../infra/local/stores/stores.ts';
import { temporary } from '../temporary.ts';
import { fifo, queue, queueArn, redrivenTo } from './queues.ts';
import { storesWith } from './stores-in-test.ts';

const kinds = [
  { kind: 'standard', work: 'work', dead: 'dead', properties: {}, group: undefined },
  { kind: 'FIFO', work: 'work.fifo', dead: 'dead.fifo', properties: fifo, group: 'en' },
];
const bodies = (stores: Stores, name: string) =>
  stores.server.inspectQueue(name)?.messages.ready.map(({ body }) => body);
const receive = async (stores: Stores, url: string) =>
  (await stores.receive(url, { MaxNumberOfMessages: 10, VisibilityTimeout: 0 })).map(({ Body }) => Body);

describe.each(kinds)('a message of a $kind queue', ({ work: name, dead, properties, group }) => {
  const work = queue(name, { ...properties, ...redrivenTo(dead, 2) });
  const resources = [work, queue(dead, properties)];

  it('is received as often as its queue says, and is then in the dead-letter queue', async () => {
    const stores = await storesWith(resources);
    stores.send(queueArn(name), 'bad', group);
    expect(await receive(stores, work.physicalId)).toEqual(['bad']);
    expect(await receive(stores, work.physicalId)).toEqual(['bad']);
    expect(bodies(stores, dead)).toEqual([]);
    expect(await receive(stores, work.physicalId)).toEqual([]);
    expect(bodies(stores, dead)).toEqual(['bad']);
    expect(stores.depth(queueArn(name))).toMatchObject({ waiting: 0, inFlight: 0 });
  });

  it('is moved again though the same was moved a moment before', async () => {
    const stores = await storesWith(resources);
    for (const _ of [1, 2]) {
      stores.send(queueArn(name), 'bad', group, `${Math.random()}`);
      for (const _ of [1, 2, 3]) await receive(stores, work.physicalId);
    }
    expect(bodies(stores, dead)).toEqual(['bad', 'bad']);
  });

  it('is in one of the two queues, at whatever write of its move a kill -9 comes', async () => {
    const folder = temporary();
    const stores = await storesWith(resources, folder);
    stores.send(queueArn(name), 'bad', group);
    for (const _ of [1, 2]) await receive(stores, work.physicalId);
    const leftBehind = await atEveryWrite(folder, () => receive(stores, work.physicalId));
    expect(leftBehind.length).toBeGreaterThanOrEqual(2);
    for (const left of leftBehind) {
      const after = await storesWith(resources, left);
      const kept = [name, dead].flatMap((one) => {
        const { ready = [], inflight = [] } = after.server.inspectQueue(one)?.messages ?? {};
        return [...ready, ...inflight.map(({ message }) => message)].map(({ body }) => body);
      });
      expect(kept).toContain('bad');
    }
  });
});

/** Copies of a folder as a kill -9 would leave it right after each write to SQLite that some work makes. */
async function atEveryWrite(folder: string, work: () => Promise<unknown>): Promise<string[]> {
  const copies: string[] = [];
  const { run } = StatementSync.prototype;
  vi.spyOn(StatementSync.prototype, 'run').mockImplementation(function (this: StatementSync, ...given) {
    const result = Reflect.apply(run, this, given);
    const copy = temporary();
    cpSync(join(folder, 'stores'), join(copy, 'stores'), { recursive: true });
    copies.push(copy);
    return result;
  });
  await work();
  vi.restoreAllMocks();
  return copies;
}
