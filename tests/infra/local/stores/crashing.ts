/**
 * Run as a process of its own, to be killed: does one kind of work in the stores of a folder, without end, and prints
 * what was answered for as soon as it is. `node crashing.ts WORK FOLDER`
 */
import { Stores } from '../../../../infra/local/stores/stores.ts';
import { objectsIn, textOf } from './objects-in-test.ts';
import { queue, queueArn } from './queues.ts';
import { startTables } from './tables-in-test.ts';

const [, , work = '', folder = ''] = process.argv;
const say = (answered: unknown) => process.stdout.write(`${answered}\n`);

const works: Record<string, () => Promise<void>> = {
  /** Writes items 0, 1, 2… to the table, several at a time. */
  async items() {
    const { call } = await startTables(folder);
    let next = 0;
    const write = async () => {
      for (;;) {
        const number = String(next++);
        await call('PutItem', { Item: { pk: { S: number }, sk: { S: 'HEAD' } } });
        say(number);
      }
    };
    await Promise.all([write(), write(), write(), write()]);
  },

  /** Writes an item, and passes it in the stream. */
  async positions() {
    const { call, log } = await startTables(folder);
    for (let next = 0; ; next++) {
      await call('PutItem', { Item: { pk: { S: String(next) }, sk: { S: 'HEAD' } } });
      log.pass('test', log.last);
      say(log.last);
    }
  },

  /** Sends messages 0, 1, 2… to the queue. */
  async messages() {
    const stores = await Stores.start(folder);
    await stores.create({ resources: [queue('work')] });
    for (let next = 0; ; next++) {
      stores.send(queueArn('work'), String(next));
      say(next);
      // Standard output is written between two turns of the loop alone.
      await new Promise(setImmediate);
    }
  },

  /** Writes one object of each of several keys over and over, at the same time. */
  async objects() {
    const { put } = await objectsIn(folder);
    const overwrite = async (key: number) => {
      for (let edition = 0; ; edition++) {
        await put(String(key), textOf(edition));
        say(`${key} ${edition}`);
      }
    };
    await Promise.all([0, 1, 2, 3].map(overwrite));
  },
};

await works[work]?.();
