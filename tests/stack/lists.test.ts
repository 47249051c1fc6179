import { afterAll, beforeAll, expect, it } from 'vitest';
import * as z from 'zod';
import { forget, type Stack, startStack } from './stack.ts';
import { until, untilReadable } from './until.ts';

const Statement = z.object({ id: z.string(), version: z.number(), url: z.string() });
const List = z.object({
  items: z.array(z.object({ id: z.string() })),
  next: z.string().nullable(),
});
let stack: Stack;
beforeAll(async () => {
  stack = await startStack();
});
afterAll(async () => {
  await stack.stop();
  await forget(stack);
});

const text = {
  type: 'statement',
  language: 'en',
  title: 'Harbour lights',
  body: 'The lamps are lit at dusk.',
};
const create = async (more: object = {}, as = 'editor') =>
  Statement.parse(await (await stack.api('POST', '/statements', { as, body: { ...text, ...more } })).json());
const change = async (id: string, path: string, body?: object, method = 'POST') => {
  const { version } = Statement.parse(await (await stack.api('GET', `/statements/${id}`)).json());
  const headers = { 'If-Match': `"${version}"` };
  expect((await stack.api(method, `/statements/${id}${path}`, { body, headers })).status).toBe(200);
};
const list = async (query: string, as = 'editor') =>
  List.parse(await (await stack.api('GET', `/statements?${query}`, { as })).json());
const ids = async (query: string, as?: string) => (await list(query, as)).items.map(({ id }) => id);

/** The counts that the search index makes; so they tell what it has. */
const counts = async (as = 'editor') =>
  z.record(z.string(), z.number()).parse(await (await stack.api('GET', '/statements/counts', { as })).json());

it('shows in every list at once what was done, and the same once the index has it', async () => {
  const [sea, land] = [await create({ topics: ['sea'] }, 'Ann:author'), await create({}, 'Ann:author')];
  await stack.api('POST', `/statements/${sea.id}/submit`, {
    as: 'Ann:author',
    headers: { 'If-Match': '"1"' },
  });
  const isRight = async () => {
    expect(await ids('state=in-review')).toEqual([sea.id]);
    expect(await ids('topic=sea&type=statement')).toEqual([sea.id]);
    expect(await ids('author=Ann&state=draft')).toEqual([land.id]);
    expect(await ids('mine=true', 'Ann:author')).toEqual([land.id, sea.id]);
    expect(await ids('waiting=true')).toEqual([sea.id]);
    expect(await counts()).toMatchObject({ draft: 1, 'in-review': 1, waiting: 1 });
  };
  await isRight();
  await until('the index', async () => (await counts('Ann:author')).mine === 2);
  await isRight();
});

it('finds words of titles and texts, and no word that a text no longer has', async () => {
  const { id } = await create({ title: 'Éclairage du port', body: 'Le phare brûle.', language: 'fr' });
  const other = await create({ title: 'The keeper', body: 'He lives by the Port of Quay.' });
  await until('the index', async () => (await counts()).mine === 2);
  expect(await ids('q=phare%20eclair')).toEqual([id]);
  expect(await ids('q=port')).toEqual([id, other.id]);
  await change(id, '', { body: 'Le feu brûle.' }, 'PATCH');
  for (const look of [1, 2]) {
    expect(await ids('q=phare'), `look ${look}`).toEqual([]);
    expect(await ids('q=feu%20br'), `look ${look}`).toEqual([id]);
    await until('the indexer to have done', async () => {
      const status = await (await fetch(`${stack.site}/_local/status.json`)).json();
      return z
        .object({ queues: z.array(z.object({ name: z.string(), waiting: z.int(), inFlight: z.int() })) })
        .parse(status)
        .queues.every(({ waiting, inFlight }) => waiting + inFlight === 0);
    });
  }
});

it('pages through a list in which something new and something changed neither repeats nor hides', async () => {
  const made = [];
  for (let n = 0; n < 5; n++) made.push((await create({ topics: ['paged'], title: `Paged ${n}` })).id);
  const first = await list('topic=paged&limit=2');
  await create({ topics: ['paged'], title: 'Paged, and new' });
  await change(made[4] ?? '', '', { title: 'Changed' }, 'PATCH');
  await change(made[1] ?? '', '', { title: 'Changed, too' }, 'PATCH');
  const second = await list(`topic=paged&limit=2&cursor=${first.next}`);
  const third = await list(`topic=paged&limit=2&cursor=${second.next}`);
  expect([first, second, third].flatMap(({ items }) => items.map(({ id }) => id))).toEqual(made.reverse());
  expect(third.next).toBeNull();
  expect((await stack.api('GET', '/statements?cursor=nonsense')).status).toBe(422);
});

it('leads from a translation to its original and back, and tells when that was corrected', async () => {
  const original = await create({ publish: true });
  const translation = await create({
    language: 'fr',
    title: 'Les feux du port',
    translationOf: original.id,
    publish: true,
  });
  await untilReadable(original.url, `hreflang="fr" href="${translation.url}"`);
  await untilReadable(translation.url, `hreflang="en" href="${original.url}"`);
  await change(original.id, '', { body: 'The lamps are lit at nightfall.' }, 'PATCH');
  await change(original.id, '/publish', { note: 'The hour was wrong.', significance: 'major' });
  await untilReadable(translation.url, 'L’original a été corrigé depuis cette traduction.');
  const { translations } = z
    .object({ translations: z.array(z.object({ id: z.string(), behind: z.boolean() })) })
    .parse(await (await stack.api('GET', `/statements/${original.id}`)).json());
  expect(translations).toEqual([{ id: translation.id, behind: true }]);
});
