import { PutObjectCommand } from '@aws-sdk/client-s3';
import { describe, expect, it } from 'vitest';
import { handler as feeds } from '../../functions/feeds/handler.ts';
import { handler as render } from '../../functions/render/handler.ts';
import type { Head } from '../../shared/statement/statement.ts';
import { fakes } from './fakes.ts';
import { batchOf } from './feeds/told.ts';
import { addressed, dateOf, headAlone, idOf, placed, publishedAt, textOf } from './newsroom.ts';
import { corrected, published, withdrawn } from './publish.ts';

/** How many statements there were before; and how many of the oldest have their records, and their pages. */
const sizes = [100, 1_000, 10_000];
const whole = 30;

const fake = fakes();

type Newsroom = {
  items: typeof fake.table.items;
  objects: typeof fake.bucket.objects;
  written: typeof fake.bucket.written;
};
/** Newsrooms as they were filled before, by their size: to fill one takes longer than to look at it. */
const filled = new Map<number, Newsroom & { old: Head }>();

/** Fills the newsroom with so many statements; answers an old one, which has its records and its page. */
async function fill(size: number): Promise<Head> {
  const known = filled.get(size);
  if (!known) await fillAnew(size);
  else
    for (const [to, from] of [
      [fake.table.items, known.items],
      [fake.bucket.objects, known.objects],
      [fake.bucket.written, known.written],
    ] as [Map<string, unknown>, Map<string, unknown>][])
      for (const [key, value] of from) to.set(key, value);
  fake.bucket.client.resetHistory();
  return filled.get(size)?.old ?? fill(size);
}

async function fillAnew(size: number): Promise<void> {
  const heads: Head[] = [];
  for (let n = 1; n <= whole; n++) heads.push(await published(idOf(n), textOf(n), publishedAt(n)));
  for (const head of heads) addressed(fake.table.items, head);
  for (let n = 1; n <= whole; n++) {
    fake.bucket.clock.now = publishedAt(n);
    await render(batchOf(idOf(n)));
  }
  const old = heads[6];
  for (let n = whole + 1; n <= size; n++) heads.push(headAlone(fake.table.items, n));
  placed(fake.table.items, heads);
  const { items } = fake.table;
  const { objects, written } = fake.bucket;
  if (old)
    filled.set(size, {
      items: new Map(items),
      objects: new Map(objects),
      written: new Map(written),
      old,
    });
}

/** What becomes of a newsroom of some size; each answers the statement that it is about. */
const acts: Record<string, (size: number) => Promise<Head>> = {
  'a publication': async (size) => {
    await begin(size);
    return publish(size + 2);
  },
  'a publication that fills a page of each of its lists': async (size) => {
    await fill(size - 1);
    return publish(size);
  },
  'a publication that begins one, and a month': async (size) => {
    await fill(size);
    return publish(size + 1);
  },
  'a backdated publication': async (size) => {
    await begin(size);
    return published('backdated', { ...textOf(size), date: dateOf(60) }, publishedAt(size + 2));
  },
  'a correction of an old one': async (size) => corrected(await fill(size), { body: 'All anew.' }),
  'an old one with another date': async (size) => corrected(await fill(size), { date: dateOf(60) }),
  'an old one with another type': async (size) => corrected(await fill(size), { type: 'interview' }),
  'a withdrawal of an old one': async (size) => withdrawn(await fill(size)),
  'a withdrawal of an old one that keeps its text': async (size) =>
    withdrawn(await fill(size), { keepText: true }),
};

const publish = (n: number) => published(idOf(n), textOf(n), publishedAt(n));

/** Fills the newsroom and publishes the first statement of a month: what it begins isn't begun by the next one. */
async function begin(size: number): Promise<void> {
  await fill(size);
  await publish(size + 1);
  await feeds(batchOf(idOf(size + 1)));
  fake.bucket.client.resetHistory();
}

/** The objects, by their keys, and the bytes that both writers of the site write of a statement. */
async function written({ id }: Head): Promise<{ keys: string[]; bytes: number }> {
  await render(batchOf(id));
  await feeds(batchOf(id));
  const puts = fake.bucket.client.commandCalls(PutObjectCommand).map(({ args }) => args[0].input);
  return {
    keys: puts.map(({ Key }) => String(Key)),
    bytes: puts.reduce((sum, { Body }) => sum + Buffer.byteLength(String(Body)), 0),
  };
}

describe('with 100, 1,000 and 10,000 statements before it', () => {
  it.each(Object.entries(acts))(
    '%s writes the same number of objects, and as many bytes',
    async (_, happen) => {
      const figures = [];
      for (const size of sizes) {
        fake.table.items.clear();
        fake.bucket.objects.clear();
        figures.push(await written(await happen(size)));
      }
      const [first] = figures;
      if (!first) throw new Error('Nothing was measured');
      expect(first.keys.length).toBeLessThanOrEqual(40);
      for (const { keys, bytes } of figures) {
        expect(keys).toHaveLength(first.keys.length);
        expect(new Set(keys).size).toBe(keys.length);
        expect(bytes).toBeLessThanOrEqual(1.1 * first.bytes);
        expect(first.bytes).toBeLessThanOrEqual(1.1 * bytes);
      }
    },
    60_000,
  );
});
