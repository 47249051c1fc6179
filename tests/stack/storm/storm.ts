import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '../../free-port.ts';
import { type Stack, startStack } from '../stack.ts';
import { PersistentClient, type Seen } from './persistent.ts';

export type StormOptions = {
  chaos: string;
  clients: number;
  /** Publications, corrections and reads, of all clients together. */
  operations: number;
  /** Every so many seconds the whole stack is killed and started again. */
  killEverySeconds: number;
  progress?: (done: number) => void;
};

/** What a storm left behind: the stack in calm weather, what it accepted, and how long each took to be readable. */
export type Aftermath = {
  stack: Stack;
  /** The last that was accepted of each statement, by its id. */
  accepted: Map<string, Seen>;
  delays: number[];
  kills: number;
};

/**
 * Lets clients work on a stack that misbehaves and is killed again and again, until they have done what they came for.
 */
export async function storm(options: StormOptions): Promise<Aftermath> {
  const { chaos, clients, operations, killEverySeconds, progress } = options;
  const port = await freePort();
  let stack = await startStack({ CHAOS: chaos, PORT: String(port) });
  const accepted = new Map<string, Seen>();
  const delays: number[] = [];
  const watched: Promise<void>[] = [];
  let [done, kills, over] = [0, 0, false];

  const accept = (seen: Seen) => {
    accepted.set(seen.id, seen);
    watched.push(delayOf(stack.site, seen, accepted).then((delay) => void (delay && delays.push(delay))));
  };
  const token = await stack.token('editor');
  const client = new PersistentClient((method, path, { body, headers } = {}) =>
    fetch(`${stack.site}/api/v1${path}`, {
      method,
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json', ...headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    }),
  );
  const work = async (n: number) => {
    const own: Seen[] = [];
    for (let i = 0; done < operations; i++) {
      done++;
      progress?.(done);
      const mine = own[i % 3];
      if (!mine) own.push(await client.publish(`Client ${n}, statement ${i}`));
      else if (i % 3 === 2) await client.read(mine.id);
      else own[i % 3] = await client.correct(mine.id, `Client ${n}, statement ${i}, corrected`);
      const changed = own[i % 3];
      if (changed && changed !== accepted.get(changed.id)) accept(changed);
    }
  };
  const strike = async () => {
    while (!over) {
      for (let second = 0; second < killEverySeconds && !over; second++) await pause(1000);
      if (over) return;
      await stack.kill();
      stack = await startStack({ CHAOS: chaos, PORT: String(port) }, stack.dataDir);
      kills++;
    }
  };
  const striking = strike();
  await Promise.all(Array.from({ length: clients }, (_, n) => work(n)));
  over = true;
  await striking;
  await Promise.all(watched);
  // Killed once more and begun without faults: what isn't done now is lost, not only late.
  await stack.kill();
  stack = await startStack({ PORT: String(port) }, stack.dataDir);
  return { stack, accepted, delays, kills };
}

/** How long an accepted edition takes to be readable, in ms; undefined if a newer one is accepted before that. */
async function delayOf(site: string, seen: Seen, accepted: Map<string, Seen>): Promise<number | undefined> {
  const started = performance.now();
  for (;;) {
    const page = await fetch(site + seen.path)
      .then((response) => response.text())
      .catch(() => '');
    if (page.includes(`${seen.live?.title}<`)) return performance.now() - started;
    if (accepted.get(seen.id) !== seen) return undefined;
    await pause(100);
  }
}
