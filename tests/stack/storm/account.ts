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
/** How long a storm's backlog may take; and how often the clock is moved once it is done. */
const backlogMilliseconds = 900_000;
const mostRounds = 100;

const textAt = (url: string) => fetch(url).then((response) => response.text());
const post = (url: string, body: string | URLSearchParams) =>
  fetch(url, { method: 'POST', headers: { Accept: 'application/json' }, body });

/**
 * Sends dead letters back and moves the clock on until no queue has had a message for as long as anything may wait to be
 * sent again; answers how many dead letters there were. Throws if they don't come to an end.
 */
export async function untilQuiet(stack: Stack): Promise<number> {
  let deadLetters = 0;
  let quiet = 0;
  let sweeps = -1;
  const look = async () => {
    const { queues, functions } = Status.parse(
      await (await fetch(`${stack.site}/_local/status.json`)).json(),
    );
    const swept = functions.find(({ name }) => name === 'sweep')?.invocations ?? 0;
    return { swept, isEmpty: queues.every(({ waiting, inFlight }) => waiting + inFlight === 0) };
  };
  // A minute whose sweep has not begun says nothing.
  const isQuiet = async () => {
    const { swept, isEmpty } = await look();
    return isEmpty && swept > sweeps;
  };
  for (let round = 0; round < mostRounds; round++) {
    // Not before all is done: each minute that passes sends again what waits.
    await until('every queue to be empty', isQuiet, backlogMilliseconds);
    const sentBack = await post(`${stack.site}/_local/redrive`, new URLSearchParams({ queue: 'all' }));
    const { moved } = z.object({ moved: z.int() }).parse(await sentBack.json());
    deadLetters += moved;
    quiet = moved === 0 ? quiet + 1 : 0;
    if (quiet > quietMinutes) return deadLetters;
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
