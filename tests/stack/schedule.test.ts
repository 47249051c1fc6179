import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { forget, type Stack, startStack } from './stack.ts';
import { until, untilReadable } from './until.ts';

const Live = z.object({
  edition: z.int(),
  title: z.string(),
  reference: z.string(),
  firstPublished: z.string(),
  late: z.object({ seconds: z.number() }).optional(),
});
const Work = z.object({ state: z.string(), failure: z.object({ reason: z.string() }).optional() });
const Statement = z.object({
  id: z.string(),
  version: z.int(),
  path: z.string(),
  live: Live.nullable(),
  work: Work.nullable(),
});
type Statement = z.output<typeof Statement>;
const Now = z.object({ now: z.number() });

let stack: Stack;
beforeAll(async () => {
  stack = await startStack();
});
afterAll(async () => {
  await stack.stop();
  await forget(stack);
});

/** What the stack's clock says, in milliseconds, and how to move it on. */
const now = async () => Now.parse(await (await fetch(`${stack.site}/_local/status.json`)).json()).now;
const pass = (milliseconds: number) =>
  fetch(`${stack.site}/_local/clock`, { method: 'POST', body: JSON.stringify({ milliseconds }) });
/** Moves the clock to so many milliseconds before an instant, where it isn't later already. */
async function passTo(instant: number, before = 0): Promise<void> {
  const left = instant - before - (await now());
  if (left > 0) await pass(left);
}

const ask = async (method: string, path: string, options = {}): Promise<Statement> => {
  const response = await stack.api(method, path, options);
  const text = await response.text();
  expect(text).toContain('"version"');
  return Statement.parse(JSON.parse(text));
};
const create = (title: string, more = {}) =>
  ask('POST', '/statements', {
    body: { type: 'statement', language: 'en', title, body: `${title} was said.`, ...more },
  });
const read = ({ id }: Statement) => ask('GET', `/statements/${id}`);
const act = ({ id, version }: Statement, action: string, body = {}) =>
  ask('POST', `/statements/${id}/${action}`, { body, headers: { 'If-Match': `"${version}"` } });
const scheduleAt = (statement: Statement, at: number, more = {}) =>
  act(statement, 'schedule', { at: new Date(at).toISOString(), ...more });

/** A second that is so many ahead, on the stack's clock. */
const secondAhead = async (seconds: number) => (Math.ceil((await now()) / 1000) + seconds) * 1000;

/**
 * Pages as they lie on the disk, by how their slugs begin; and what of the bucket has a word in its name or in itself.
 */
const pageFiles = (slug: string) => globSync(`s3/**/${slug}-*/index.html.data`, { cwd: stack.dataDir });
function filesWith(word: string): string[] {
  const has = (file: string) => file.includes(word) || readFileSync(file, 'utf8').includes(word);
  return globSync(join(stack.dataDir, 's3/**/*.data')).filter(has);
}
const untilAllLie = (word: string, count: number) =>
  until(`${count} pages of ${word}`, async () => pageFiles(word).length === count, 100_000);

/** Asks in ten conversations at once. */
async function each<T>(count: number, one: (n: number) => Promise<T>): Promise<T[]> {
  const results: T[] = [];
  const talk = async (first: number) => {
    for (let n = first; n < count; n += 10) results[n] = await one(n);
  };
  await Promise.all(Array.from({ length: 10 }, (_, first) => talk(first)));
  return results;
}

describe('a hundred schedules in one second', () => {
  it('are all out with it, none of them before it, and as soon as a hundred that are published by hand', async () => {
    const started = performance.now();
    await each(100, (n) => create(`Byhand ${n}`, { publish: true }));
    await untilAllLie('byhand', 100);
    const byHand = performance.now() - started;

    const at = await secondAhead(3600);
    const made = await each(100, async (n) => scheduleAt(await create(`Hushed ${n}`), at));
    await passTo(at, 30_000);
    while ((await now()) < at - 100) {
      const [one = made[0]] = [made[Math.floor(Math.random() * made.length)]];
      expect((await fetch(`${stack.site}${one?.path}`)).status).toBe(404);
      expect(await (await fetch(`${stack.site}/en/feed.atom`)).text()).not.toContain('ushed');
      expect(filesWith('ushed')).toEqual([]);
      await pause(500);
    }
    const ahead = (await now()) - Date.now();
    await untilAllLie('hushed', 100);
    const lives = await each(100, async (n) => (await read(made[n] as Statement)).live);
    expect(Math.min(...lives.map((live) => Date.parse(live?.firstPublished ?? '')))).toBeGreaterThanOrEqual(
      at,
    );
    expect(new Set(lives.map((live) => live?.reference)).size).toBe(100);
    expect(lives.map((live) => live?.edition)).toEqual(Array(100).fill(1));

    const readable = pageFiles('hushed').map(
      (name) => statSync(join(stack.dataDir, name)).mtimeMs + ahead - at,
    );
    expect(Math.min(...readable)).toBeGreaterThan(0);
    expect(Math.max(...readable)).toBeLessThan(2000 + byHand);
    for (const { path } of made) expect((await fetch(stack.site + path)).status).toBe(200);
  }, 400_000);
});

describe('a schedule', () => {
  it('of a few is kept within two seconds, and a correction leaves the live text alone until then', async () => {
    const live = await create('Steady', { publish: true, slug: 'steady' });
    const edited = await ask('PATCH', `/statements/${live.id}`, {
      body: { title: 'Steadier' },
      headers: { 'If-Match': `"${live.version}"` },
    });
    const at = await secondAhead(600);
    await scheduleAt(edited, at, { note: 'A better word.', significance: 'minor' });
    const [first, second] = [
      await scheduleAt(await create('Prompt'), at),
      await scheduleAt(await create('Quick'), at),
    ];
    await passTo(at, 8000);
    const url = stack.site + live.path;
    while ((await now()) < at - 200) {
      expect(await untilReadable(url, 'Steady')).not.toContain('Steadier');
      await pause(200);
    }
    for (const { path } of [first, second]) await untilReadable(stack.site + path);
    expect(await untilReadable(url, 'Steadier')).toContain('A better word.');
    const lates = await Promise.all([live, first, second].map(async (one) => (await read(one)).live?.late));
    expect(lates).toEqual([undefined, undefined, undefined]);
  });

  it('holds as it was said last, and no longer once it is undone', async () => {
    const soon = await secondAhead(600);
    const [moved, undone] = [
      await scheduleAt(await create('Moved'), soon),
      await scheduleAt(await create('Undone'), soon),
    ];
    await scheduleAt(moved, soon + 3_600_000);
    await act(undone, 'unschedule');
    const witness = await scheduleAt(await create('Witness'), soon + 1000);
    await passTo(soon, 3000);
    await untilReadable(stack.site + witness.path);
    expect((await read(moved)).work?.state).toBe('scheduled');
    expect((await read(undone)).work?.state).toBe('draft');
    await passTo(soon + 3_600_000, 3000);
    await untilReadable(stack.site + moved.path);
    expect((await fetch(stack.site + undone.path)).status).toBe(404);
  });

  it('that can’t be kept says why, and shows nothing', async () => {
    const at = await secondAhead(600);
    const waiting = await scheduleAt(await create('Taken', { slug: 'taken' }), at);
    await create('Faster', { slug: 'taken', publish: true });
    await passTo(at, 3000);
    const failed = await until('it to fail', async () => {
      const { work } = await read(waiting);
      return work?.state === 'failed' && work;
    });
    expect(failed.failure?.reason).toMatch(/^Another statement has the slug taken on /);
    expect(await untilReadable(stack.site + waiting.path)).not.toContain('Taken was said');
  });
});

it('what fell due while nothing ran goes out at once after it, in order, flagged as late', async () => {
  const at = await secondAhead(600);
  const seconds = [3, 1, 4, 2, 0];
  const made: Statement[] = [];
  for (const second of seconds) made.push(await create(`Outage ${second}`));
  const planned = await Promise.all(made.map((one, n) => scheduleAt(one, at + (seconds[n] ?? 0) * 1000)));
  await passTo(at, 4000);
  const ahead = (await now()) - Date.now();
  await stack.kill();
  await until('the last second to be over', async () => Date.now() + ahead > at + 7000, 30_000);
  stack = await startStack({}, stack.dataDir);
  for (const { path } of planned) await untilReadable(stack.site + path);
  const lives = await Promise.all(planned.map(async (one) => (await read(one)).live));
  const inOrder = lives.toSorted((a, b) => ((a?.firstPublished ?? '') < (b?.firstPublished ?? '') ? -1 : 1));
  expect(inOrder.map((live) => live?.title)).toEqual([0, 1, 2, 3, 4].map((n) => `Outage ${n}`));
  const numbers = inOrder.map((live) => Number(live?.reference.split('/').at(-1)));
  expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
  for (const live of lives) expect(live?.late?.seconds).toBeGreaterThan(2);
});
