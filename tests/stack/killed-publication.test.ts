import { afterAll, beforeAll, expect, it } from 'vitest';
import * as z from 'zod';
import { freePort } from '../free-port.ts';
import { forget, type Stack, startStack } from './stack.ts';
import { untilQuiet } from './storm/account.ts';
import { untilReadable } from './until.ts';

const Seen = z.object({
  id: z.string(),
  version: z.int(),
  path: z.string(),
  reference: z.string().nullable(),
  live: z.object({ edition: z.int() }).nullable(),
});
type Seen = z.output<typeof Seen>;
const History = z.object({ items: z.array(z.object({ action: z.string(), version: z.int() })) });

/** The writes of a first publication and of a correction, by the calls of DynamoDB that they are, in their order. */
const writes = {
  publish: { 'dynamodb:PutItem': 7, 'dynamodb:UpdateItem': 1 },
  correct: { 'dynamodb:PutItem': 5, 'dynamodb:UpdateItem': 0 },
};
type Kind = keyof typeof writes;
const calls = ['dynamodb:PutItem', 'dynamodb:UpdateItem'] as const;
type Call = (typeof calls)[number];

/** A publication that is to die at the `nth` of its calls, before or after that has its effect. */
type Plan = { kind: Kind; call: Call; nth: number; after: boolean };
/** What a plan became of: the statement as it was before, and the request, which can be sent again. */
type Struck = { plan: Plan; before: Seen; request: { body: object; headers: Record<string, string> } };

let stack: Stack;
beforeAll(async () => {
  stack = await startStack({ PORT: String(await freePort()) });
});
afterAll(async () => {
  await stack.stop();
  await forget(stack);
});

const titleOf = ({ kind, call, nth, after }: Plan) =>
  `To ${kind}, ended ${after ? 'after' : 'before'} ${call} ${nth}`.replace(':', ' ');
const read = async (id: string) => Seen.parse(await (await stack.api('GET', `/statements/${id}`)).json());
const local = (name: string, body: object) =>
  fetch(`${stack.site}/_local/${name}`, { method: 'POST', body: JSON.stringify(body) });
const plan = (site: string, after: number, extent: number) =>
  local('faults', { site, kind: 'kill', after, extent });

/** Brings a statement to where one request makes it public, or corrects it in public. */
async function prepare(planned: Plan): Promise<Struck> {
  const text = { type: 'statement', language: 'en', title: titleOf(planned), body: 'As it was.' };
  const publish = planned.kind === 'correct';
  const made = Seen.parse(
    await (await stack.api('POST', '/statements', { body: { ...text, publish } })).json(),
  );
  if (publish)
    await stack.api('PATCH', `/statements/${made.id}`, {
      body: { body: 'As it is.' },
      headers: { 'If-Match': '"1"' },
    });
  const before = await read(made.id);
  const headers = { 'If-Match': `"${before.version}"`, 'Idempotency-Key': `key of ${made.id}` };
  const body = publish ? { note: 'It had changed.', significance: 'major' } : {};
  return { plan: planned, before, request: { body, headers } };
}

const send = ({ before, request }: Struck) => stack.api('POST', `/statements/${before.id}/publish`, request);

/** Everything is as before, or as after; never in between. */
async function checkWhole({ before, plan: { kind } }: Struck): Promise<void> {
  const now = await read(before.id);
  const { items } = History.parse(await (await stack.api('GET', `/statements/${before.id}/history`)).json());
  expect(items).toHaveLength(now.version);
  const isDone = now.version === before.version + 1;
  if (!isDone) return expect(now).toEqual(before);
  expect([items[0]?.action, now.live?.edition]).toEqual([kind, kind === 'publish' ? 1 : 2]);
}

/** The same request once more has its one effect by now, and answers the same ever after. */
async function checkAgain(struck: Struck): Promise<Seen> {
  const answers = [await send(struck), await send(struck)];
  expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  const [first, second] = await Promise.all(answers.map(async (answer) => Seen.parse(await answer.json())));
  expect(second).toEqual(first);
  expect(first?.version).toBe(struck.before.version + 1);
  return read(struck.before.id);
}

const most = Math.max(...calls.map((call) => writes.publish[call]));
const rounds = calls.flatMap((call) =>
  Array.from({ length: writes.publish[call] }, (_, nth) => ({ call, nth })),
);
const done: { struck: Struck; seen: Seen }[] = [];

it.each(rounds)(
  'a publication that is ended at $call $nth, and the whole stack with it, is as before or as after',
  async ({ call, nth }) => {
    const plans = (['publish', 'correct'] as const)
      .filter((kind) => nth < writes[kind][call])
      .flatMap((kind) => [false, true].map((after) => ({ kind, call, nth, after })));
    const struck: Struck[] = [];
    for (const planned of plans) struck.push(await prepare(planned));
    for (const one of struck) {
      await plan(`api ${call}`, nth, one.plan.after ? 1 : 0);
      expect([titleOf(one.plan), (await send(one)).status >= 500]).toEqual([titleOf(one.plan), true]);
    }
    // What comes after the commit dies on its way as well.
    await plan('render s3:PutObject', nth % 4, nth % 2);
    await plan('feeds s3:PutObject', nth % 3, nth % 2);
    await stack.kill();
    stack = await startStack({ PORT: String(stack.port) }, stack.dataDir);

    for (const one of struck) await checkWhole(one);
    // As long as a function may hold a key.
    await local('clock', { milliseconds: 31_000 });
    for (const one of struck) done.push({ struck: one, seen: await checkAgain(one) });
  },
);

it('has no further writes at which it could be ended', async () => {
  for (const kind of ['publish', 'correct'] as const) {
    const struck = await prepare({ kind, call: 'dynamodb:PutItem', nth: most, after: false });
    await plan('api dynamodb:PutItem', writes[kind]['dynamodb:PutItem'], 0);
    expect((await send(struck)).status).toBe(200);
    // The fault that was left over meets the very next write.
    const next = { type: 'statement', language: 'en', title: 'Next', body: 'Next.' };
    expect((await stack.api('POST', '/statements', { body: next })).status).toBeGreaterThanOrEqual(500);
  }
});

it('ends with each of them on the site, once, under a reference of its own', async () => {
  await untilQuiet(stack);
  const references = done.map(({ seen }) => seen.reference);
  expect(new Set(references).size).toBe(references.length);
  const feed = await untilReadable(`${stack.site}/en/feed.atom`);
  for (const { struck, seen } of done) {
    const page = await untilReadable(stack.site + seen.path, titleOf(struck.plan));
    expect(page).toContain(struck.plan.kind === 'publish' ? 'As it was.' : 'As it is.');
    expect(feed.split(`:${seen.id}</id>`)).toHaveLength(2);
  }
});
