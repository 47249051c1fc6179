import { AsyncLocalStorage } from 'node:async_hooks';
import { clock } from './clock.ts';
import { stalls } from './stalls.ts';
import { turns } from './turns.ts';

/**
 * What becomes of a function at one of its calls to AWS: it dies before or after that has had its effect, or stands
 * still before it, for some steps; or until it is over its time, and dies.
 */
export type Fate = { call: number; what: 'dies before' | 'dies after' | 'stalls'; steps: number };

type Invocation = { fate: Fate | undefined; until: number; calls: number; dead: boolean };
const current = new AsyncLocalStorage<Invocation>();

/** Runs a function once, for at most so many seconds; undefined if it died, whatever it would have answered. */
export async function invoke<T>(
  fate: Fate | undefined,
  seconds: number,
  work: () => Promise<T>,
): Promise<T | undefined> {
  const invocation: Invocation = { fate, until: clock.now + seconds * 1000, calls: 0, dead: false };
  const answer = await current.run(invocation, work).catch((error: unknown) => {
    if (!invocation.dead) throw error;
  });
  return invocation.dead ? undefined : (answer as T);
}

/** A call to AWS by the function that runs: it waits for its turn, and has no effect once the function is dead. */
export async function atCall<T>(carryOut: () => T): Promise<T> {
  const invocation = current.getStore();
  if (!invocation) return carryOut();
  await turns.take();
  const fate = invocation.calls++ === invocation.fate?.call ? invocation.fate : undefined;
  if (fate?.what === 'stalls') await stalls.hold(fate.steps);
  if (fate?.what === 'dies before' || clock.now > invocation.until) invocation.dead = true;
  if (invocation.dead) throw new Error('The function is dead');
  const answer = carryOut();
  if (fate?.what === 'dies after') invocation.dead = true;
  return answer;
}
