import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { expect, it } from 'vitest';
import { startTables } from './tables-in-test.ts';
import { temporary } from './temporary.ts';

/** The items whose writes were answered before the process was killed, in the middle of its work. */
async function writeUntilKilled(folder: string, least: number): Promise<string[]> {
  const writer = spawn(process.execPath, ['tests/infra/local/crashing-writer.ts', folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const answered: string[] = [];
  for await (const line of createInterface(writer.stdout)) {
    if (answered.push(line) === least) writer.kill('SIGKILL');
  }
  if (writer.exitCode === null && writer.signalCode === null) await once(writer, 'exit');
  return answered;
}

it('has every write that was answered before a kill -9 in the table and in the stream', async () => {
  const folder = temporary();
  const answered = await writeUntilKilled(folder, 60);
  const { log, call, stop } = await startTables(folder);
  const told = log.read('test', 'heads', 10_000).map(({ keys }) => Object(keys.pk).S);
  const { Items } = (await call('Scan', {})).body;
  const kept = Items.map((item: { pk: { S: string } }) => item.pk.S);
  await stop();
  expect(answered.length).toBeGreaterThanOrEqual(60);
  expect(answered.filter((id) => !kept.includes(id))).toEqual([]);
  expect([...new Set(told)].toSorted()).toEqual(kept.toSorted());
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
