/**
 * Run as a process of its own, to be killed: writes items 0, 1, 2… to the table of a folder, several at a time, and
 * prints the number of each as soon as its write is answered.
 */
import { startTables } from './tables-in-test.ts';

const { call } = await startTables(process.argv[2] ?? '');
let next = 0;
async function write(): Promise<void> {
  for (;;) {
    const number = String(next++);
    await call('PutItem', { Item: { pk: { S: number }, sk: { S: 'HEAD' } } });
    process.stdout.write(`${number}\n`);
  }
}
await Promise.all([write(), write(), write(), write()]);
