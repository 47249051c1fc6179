import * as z from 'zod';
import type { Stack } from '../stack.ts';
import { until } from '../until.ts';
import type { Aftermath } from './storm.ts';

const Status = z.object({
  functions: z.array(z.object({ name: z.string(), invocations: z.int() })),
  queues: z.array(z.object({ waiting: z.int(), inFlight: z.int(), isDeadLetters: z.boolean() })),
});
/** How far the clock is moved after each look: the sweep looks each minute at what is to be sent again. */
const minuteMilliseconds = 60_000;
/** What waits for the site is sent again within sixteen minutes; a few more, for sweeps that have only begun by then. */
const quietMinutes = 20;
/** How long the stack is left alone before its clock is moved, and how often that is done. */
const roundMilliseconds = 3000;
const mostRounds = 300;
/** More than these are a backlog, which is left its time: each minute that passes sends again what waits. */
const mostWaiting = 50;
const backlogMilliseconds = 900_000;

const textAt = (url: string) => fetch(url).then((response) => response.text());
const post = (url: string, body: string | URLSearchParams) =>
  fetch(url, { method: 'POST', headers: { Accept: 'application/json' }, body });

/**
 * Sends dead letters back and moves the clock on until no queue has had a message for as long as anything may wait to be
 * sent again, or for so many `minutes` of its clock; answers how many dead letters there were. Throws if they don't come to
 * an end.
 */
export async function untilQuiet(stack: Stack, minutes = quietMinutes): Promise<number> {
  let deadLetters = 0;
  let quiet = 0;
  let sweeps = -1;
  const look = async () => {
    const { queues, functions } = Status.parse(
      await (await fetch(`${stack.site}/_local/status.json`)).json(),
    );
    const swept = functions.find(({ name }) => name === 'sweep')?.invocations ?? 0;
    const waiting = queues.reduce((sum, one) => sum + one.waiting, 0);
    return { swept, waiting, isEmpty: queues.every((one) => one.waiting + one.inFlight === 0) };
  };
  // A minute whose sweep has not begun says nothing.
  const isQuiet = async () => {
    const { swept, isEmpty } = await look();
    return isEmpty && swept > sweeps;
  };
  for (let round = 0; round < mostRounds; round++) {
    await until('the backlog', async () => (await look()).waiting <= mostWaiting, backlogMilliseconds);
    const hasRested = await until('every queue to be empty', isQuiet, roundMilliseconds).catch(() => false);
    const sentBack = await post(`${stack.site}/_local/redrive`, new URLSearchParams({ queue: 'all' }));
    const { moved } = z.object({ moved: z.int() }).parse(await sentBack.json());
    deadLetters += moved;
    quiet = hasRested && moved === 0 ? quiet + 1 : 0;
    if (quiet > minutes) return deadLetters;
    sweeps = (await look()).swept;
    await post(`${stack.site}/_local/clock`, JSON.stringify({ milliseconds: minuteMilliseconds }));
  }
  throw new Error('The queues did not come to rest');
}

/** What is not as it was accepted: pages that don't say their last edition, and the feed's entries that lack or recur. */
export async function missingAfter({ stack, accepted }: Aftermath): Promise<string[]> {
  const missing: string[] = [];
  for (const { path, live } of accepted.values()) {
    const page = await textAt(stack.site + path);
    if (!page.includes(`${live?.title}<`)) missing.push(`${path} does not say ${live?.title}`);
  }
  const feed = await textAt(`${stack.site}/en/feed.atom`);
  const newest = [...accepted.values()]
    .sort((a, b) => ((a.live?.firstPublished ?? '') < (b.live?.firstPublished ?? '') ? 1 : -1))
    .slice(0, 50);
  for (const { id, live } of newest) {
    const entries = feed.split(`:${id}</id>`).length - 1;
    if (entries !== 1) missing.push(`the feed has ${live?.title} ${entries} times`);
  }
  return missing;
}
