import fc from 'fast-check';
import { afterAll, expect, it, vi } from 'vitest';
import type { Review } from '../../shared/statement/roles.ts';
import { checkAnswers, checkReferences, checkTrails, checkWords } from './account.ts';
import { clock } from './clock.ts';
import { Office } from './office.ts';
import { Spoken } from './spoken.ts';
import { stalls } from './stalls.ts';
import { type Day, day, type Task } from './steps.ts';
import { turns } from './turns.ts';
import { Workshop } from './workshop.ts';
import { World } from './world.ts';

const rule = vi.hoisted((): { review: Review } => ({ review: 'required' }));
/** Chance is a number that counts up, so that a day is the same whenever it is lived. */
const chance = vi.hoisted(() => ({ drawn: 0 }));
vi.mock('../../shared/this-site.ts', async (original) => {
  const { site } = await original<typeof import('../../shared/this-site.ts')>();
  return { site: Object.defineProperty({ ...site }, 'review', { get: () => rule.review }) };
});
vi.mock('node:crypto', async (original) => ({
  ...(await original<typeof import('node:crypto')>()),
  randomBytes: (size: number) => Buffer.from(String(chance.drawn++).padStart(2 * size, '0'), 'hex'),
}));
vi.mock('node:timers/promises', async (original) => ({
  ...(await original<typeof import('node:timers/promises')>()),
  setTimeout: async (milliseconds: number) => {
    const { clock } = await import('./clock.ts');
    const { turns } = await import('./turns.ts');
    clock.pass(milliseconds);
    await turns.take();
  },
}));

/**
 * `RUNS=20000 SEED=7` lives through more days, or the same again; a failure says its seed. Without, a machine that is
 * busy lives through fewer, so that the other tests have their turn.
 */
const { RUNS, SEED } = process.env;
const parameters = {
  numRuns: Number(RUNS ?? 1000),
  ...(SEED && { seed: Number(SEED) }),
  ...(!RUNS && { interruptAfterTimeLimit: 30_000 }),
};

const world = new World();
afterAll(() => {
  world.close();
  vi.useRealTimers();
});

async function live({ review, staff, published, steps }: Day): Promise<void> {
  rule.review = review;
  chance.drawn = 0;
  world.reset();
  const spoken = new Spoken(world);
  const office = new Office(world, { review, staff });
  const workshop = new Workshop(world);
  for (let n = 0; n < published; n++) await office.publish(n);
  await workshop.settle();
  for (const { seconds, late, tasks, order } of steps) {
    clock.pass(1 + seconds * 1000);
    world.step();
    world.indexIsLate = late;
    await stalls.step();
    const alone = tasks.length === 1;
    const work = tasks.map((task) => () => stalls.begin(() => perform(task, { office, workshop, alone })));
    if (alone) await work[0]?.();
    else await turns.run(work, order);
  }
  world.indexIsLate = false;
  await stalls.step(true);
  await workshop.settle();

  expect(world.heads.filter(({ pending }) => pending)).toEqual([]);
  expect(spoken.leaks).toEqual([]);
  await checkAnswers(world, office.asked);
  await checkTrails(world, office.asked, review);
  checkReferences(world.heads, office.asked);
  await checkWords(world);
  const site = new Map(world.bucket.objects);
  world.bucket.objects.clear();
  await workshop.makeAnew();
  expect(comparable(site)).toEqual(comparable(world.bucket.objects));
}

type Those = { office: Office; workshop: Workshop; alone: boolean };
async function perform(task: Task, { office, workshop, alone }: Those): Promise<void> {
  if (task.does === 'ask') return office.ask(task, alone);
  if (task.does === 'again') return office.again(task);
  if (task.does === 'relay') return workshop.relay(task);
  if (task.does === 'page' || task.does === 'lists' || task.does === 'release')
    return workshop[task.does](task);
  if (task.does === 'flow') return workshop.flow(task.fate);
  if (task.does === 'lose') return workshop.lose(task);
  return workshop.sweep(task.fate);
}

/**
 * Pages keep the latest block that they were written with: a script takes in the present one. A notice keeps the
 * address that what replaces it had then: it leads to the present one.
 */
function comparable(objects: Map<string, string>): Record<string, string> {
  const moved = world.heads.flatMap(({ live }) =>
    (live?.formerPaths ?? []).map((former) => [former, live?.path ?? ''] as const),
  );
  const told = (key: string, body: string) =>
    moved
      .filter(([, path]) => !`/${key}`.startsWith(path))
      .reduce((text, [former, path]) => text.replaceAll(former, path), body)
      .replace(isList(key) ? '' : /<section id="latest"[\s\S]*?<\/section>/, '');
  const sorted = [...objects].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(sorted.map(([key, body]) => [key, told(key, body)]));
}
const isList = (key: string) => key.split('/').length === 2;

it(
  'whatever happens in a newsroom, in whatever order, nothing is lost and nothing is shown that should not be',
  async () => {
    await fc.assert(fc.asyncProperty(day, live), parameters);
  },
  RUNS ? 0 : 600_000,
);
