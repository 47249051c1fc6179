import * as z from 'zod';
import { aboutRelay, isDeadLettersOf } from './is-of.ts';

const Status = z.object({ queues: z.array(z.object({ name: z.string(), waiting: z.int() })) });
const Moved = z.object({ moved: z.int() });

/** Sends dead letters of the local stack at this address back; answers a line for each queue. Throws what it refuses. */
export async function redriveLocally(consumer: string, stack: string): Promise<string[]> {
  if (consumer === 'relay') return [aboutRelay];
  const status = await fetch(`${stack}/_local/status.json`).catch((cause: unknown) => {
    throw new Error(`No stack answers at ${stack}. Start it with npm start.`, { cause });
  });
  const { queues } = Status.parse(await status.json());
  const dead = queues.filter(({ name }) => isDeadLettersOf(name, consumer));
  if (dead.length === 0) throw new Error(`The local stack has no dead letters of ${consumer}`);
  return Promise.all(
    dead.map(async ({ name }) => `${name}: ${await sendBack(stack, name)} messages sent back`),
  );
}

async function sendBack(stack: string, queue: string): Promise<number> {
  const response = await fetch(`${stack}/_local/redrive`, {
    method: 'POST',
    headers: { Accept: 'application/json' },
    body: new URLSearchParams({ queue }),
  });
  if (!response.ok) throw new Error(await response.text());
  return Moved.parse(await response.json()).moved;
}
