import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { describe, expect, it } from 'vitest';
import { temporary } from '../temporary.ts';
import { objectsIn, textOf } from './objects-in-test.ts';
import { queue } from './queues.ts';
import { storesWith } from './stores-in-test.ts';
import { startTables } from './tables-in-test.ts';

/** What a process (crashing.ts) answered for before it was killed, in the middle of its work. */
async function workUntilKilled(work: string, folder: string, least: number): Promise<string[]> {
  const worker = spawn(process.execPath, ['tests/infra/local/stores/crashing.ts', work, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const answered: string[] = [];
  for await (const line of createInterface(worker.stdout)) {
    if (answered.push(line) === least) worker.kill('SIGKILL');
  }
  if (worker.exitCode === null && worker.signalCode === null) await once(worker, 'exit');
  expect(worker.signalCode).toBe('SIGKILL');
  return answered;
}

describe('a kill -9 loses nothing that was answered:', () => {
  it('every write is in the table and in the stream', async () => {
    const folder = temporary();
    const answered = await workUntilKilled('items', folder, 60);
    const { log, call, stop } = await startTables(folder);
    const told = log.read('test', 'heads', 10_000).map(({ keys }) => Object(keys.pk).S);
    const { Items } = (await call('Scan', {})).body;
    const kept = Items.map((item: { pk: { S: string } }) => item.pk.S);
    await stop();
    expect(answered.length).toBeGreaterThanOrEqual(60);
    expect(answered.filter((id) => !kept.includes(id))).toEqual([]);
    expect([...new Set(told)].toSorted()).toEqual(kept.toSorted());
  });

  it('a reader of the stream is where it was, or one record further', async () => {
    const folder = temporary();
    const passed = Math.max(...(await workUntilKilled('positions', folder, 60)).map(Number));
    const { log, stop } = await startTables(folder);
    const next = log.read('test', 'heads', 1)[0]?.sequence ?? log.last + 1;
    await stop();
    expect(next).toBeOneOf([passed + 1, passed + 2]);
  });

  it('every message is in its queue, in order', async () => {
    const folder = temporary();
    const sent = await workUntilKilled('messages', `${folder}/stores`, 300);
    const stores = await storesWith([queue('work')], folder);
    const kept = stores.server.inspectQueue('work')?.messages.ready.map(({ body }) => body) ?? [];
    expect(kept.slice(0, sent.length)).toEqual(sent);
    expect(kept.length - sent.length).toBeLessThanOrEqual(1);
  });

  it('every object is whole, and of the edition that was answered or of the one under way', async () => {
    const folder = temporary();
    const answered = (await workUntilKilled('objects', folder, 80)).map((line) =>
      line.split(' ').map(Number),
    );
    const { get, stop } = await objectsIn(folder);
    for (const key of [0, 1, 2, 3]) {
      const last = Math.max(...answered.filter(([of]) => of === key).map(([, edition = 0]) => edition));
      expect(await get(String(key))).toBeOneOf([textOf(last), textOf(last + 1)]);
    }
    await stop();
  });
});

it('records a write that was made and not yet recorded, on the next start', async () => {
  const folder = temporary();
  const Item = { pk: { S: 'STATEMENT#1' }, sk: { S: 'HEAD' } };
  const before = await startTables(folder);
  await before.call('PutItem', { Item });
  const position = before.log.read('test', 'heads', 1)[0]?.sequence ?? 0;
  before.log.pass('test', position);
  // As if the process had ended between the writes of two changes and their records; the second was never made.
  before.log.announce('heads', Item);
  before.log.announce('heads', { pk: { S: 'STATEMENT#2' }, sk: { S: 'HEAD' } });
  await before.stop();

  const after = await startTables(folder);
  expect(after.log.read('test', 'heads', 10)).toMatchObject([{ keys: Item, after: Item }]);
  expect(after.log.unconcluded()).toEqual([]);
  await after.stop();
});
