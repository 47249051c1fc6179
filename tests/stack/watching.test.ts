import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { redriveLocally } from '../../infra/redrive/redrive-locally.ts';
import { forget, type Stack, startStack } from './stack.ts';
import { until, untilReadable } from './until.ts';
import { pdf, uploadsTo } from './uploads.ts';

const Status = z.object({
  now: z.number(),
  alarms: z.array(z.object({ logicalId: z.string(), state: z.string() })),
  queues: z.array(z.object({ name: z.string(), waiting: z.int() })),
});
let stack: Stack;
beforeAll(async () => {
  stack = await startStack();
});
afterAll(async () => {
  await stack.stop();
  await forget(stack);
});

const local = (name: string, body: unknown) =>
  fetch(`${stack.site}/_local/${name}`, { method: 'POST', body: JSON.stringify(body) });
const pass = (minutes: number) => local('clock', { milliseconds: minutes * 60_000 });
const plan = (fault: object) => local('faults', fault);
const status = async () => Status.parse(await (await fetch(`${stack.site}/_local/status.json`)).json());
const publish = async (title: string, more = {}) => {
  const response = await stack.api('POST', '/statements', {
    body: { type: 'statement', language: 'en', title, body: 'Watched.', publish: true, ...more },
  });
  const text = await response.text();
  if (response.status !== 201) throw new Error(`${title} was not published: ${text}`);
  return z.object({ id: z.string(), url: z.string() }).parse(JSON.parse(text));
};
/** Writes a statement that is to be published in so many seconds. */
const schedule = async (title: string, seconds: number, more = {}) => {
  const { id } = await publish(title, { publish: false, ...more });
  const at = new Date((await status()).now + seconds * 1000).toISOString();
  await stack.api('POST', `/statements/${id}/schedule`, { body: { at }, headers: { 'If-Match': '"1"' } });
};

const upload = async () => {
  const { announce, send } = uploadsTo(stack);
  await send(await announce('Watched.pdf', 'application/pdf', pdf), pdf);
};

/** Waits until an alarm rings whose logical id says this; the clock goes on meanwhile, by `minutes` a look. */
const untilRings = (id: RegExp, minutes = 0) =>
  until(
    `the alarm ${id} to ring`,
    async () => {
      if (minutes > 0) await pass(minutes);
      return (await status()).alarms.some(({ logicalId, state }) => id.test(logicalId) && state === 'ALARM');
    },
    90_000,
  );

describe('a request', () => {
  it('is in the log of everything that it set in motion, by its id', async () => {
    const { url } = await publish('Followed');
    await untilReadable(`${stack.site}/en/feed.atom`, new URL(url).pathname);
    const lines = (name: string) => {
      const log = join(stack.dataDir, `logs/${name}.log`);
      return existsSync(log) ? readFileSync(log, 'utf8').split('\n') : [];
    };
    const [answered = '{}'] = lines('api').filter((line) => line.includes('"status":201'));
    const { requestId } = z.object({ requestId: z.string() }).parse(JSON.parse(answered));
    for (const name of ['relay', 'render', 'feeds'])
      await until(`${name} to log it`, async () => lines(name).some((line) => line.includes(requestId)));
  });

  it('leaves none of its words, and nobody’s name, in a log', async () => {
    const logs = globSync(join(stack.dataDir, 'logs/*.log')).map((file) => readFileSync(file, 'utf8'));
    expect(logs.join('')).not.toMatch(/Watched|Followed|"name":"editor"/);
  });
});

describe('each alarm rings for what it is about', () => {
  // What one test caused is no cause of another's alarm.
  afterEach(() => pass(10));

  /** What makes somebody call a function. */
  const calls: Record<string, () => Promise<unknown>> = {
    api: () => stack.api('GET', '/me'),
    preview: () => fetch(`${stack.site}/preview/nothing`),
    'not-found': () => fetch(`${stack.site}/en/nowhere/`),
    relay: () => publish('Told'),
    render: () => publish('Rendered'),
    // While a message of it is away, nobody gets another one of its language.
    feeds: () => publish('Listed').then(() => pass(1.6)),
    indexer: () => publish('Indexed').then(() => pass(1.6)),
    invalidate: () => publish('Forgotten'),
    attachments: upload,
    release: () => schedule('Told of in time', 300),
    sweep: () => pass(1),
  };

  it.each(Object.keys(calls))('%s fails again and again', async (name) => {
    await plan({ site: `${name} invoke`, kind: 'kill', times: 6 });
    const rings = untilRings(new RegExp(`${name.replace('-', '')}ErrorsAlarm`));
    for (let n = 0; n < 6; n++) await calls[name]?.();
    await rings;
  });

  it('a scheduled publication that can’t go out', async () => {
    await schedule('Too slow', 600, { slug: 'wanted' });
    await publish('Faster', { slug: 'wanted' });
    await untilRings(/^ReleaseFailedAlarm/, 2);
  });

  it('the API answers with errors of its own', async () => {
    await plan({ site: 'api invoke', kind: 'throttle', times: 6 });
    for (let n = 0; n < 6; n++) expect((await stack.api('GET', '/me')).status).toBe(500);
    await untilRings(/^ApiErrorsAlarm/);
  });

  it.each([
    ['page', 'render', /^RenderLatencyAlarm/],
    ['lists', 'feeds', /^FeedsLatencyAlarm/],
  ])('a publication that is slow to its %s, and a message that waits', async (_, consumer, id) => {
    await plan({ site: `${consumer} invoke`, kind: 'throttle', times: 1 });
    await publish(`Slow for ${consumer}`);
    await untilRings(id, 1.5);
  });

  it('a message that waits, a publication that is not on the site, and dead letters, which can be sent back', async () => {
    // More than all that waits can take: each message is tried five times.
    await plan({ site: 'render invoke', kind: 'throttle', times: 1000 });
    await plan({ site: 'feeds invoke', kind: 'throttle', times: 1000 });
    await publish('Stuck');
    await untilRings(/^RenderConsumerAgeAlarm/, 1);
    await untilRings(/^FeedsConsumerAgeAlarm/, 1);
    await untilRings(/^SweepWaitingAlarm/, 1);
    await untilRings(/^RenderConsumerDeadLettersAlarm/, 2);
    await untilRings(/^FeedsConsumerDeadLettersAlarm/, 2);
    expect((await redriveLocally('render', stack.site)).join()).toMatch(/[1-9]\d* messages sent back/);
  });

  it('a record of the stream that the relay could not tell of', async () => {
    await plan({ site: 'relay invoke', kind: 'throttle', times: 30 });
    await publish('Untold');
    await untilRings(/^RelayDeadLettersAlarm/, 0.1);
    expect(await redriveLocally('relay', stack.site)).toEqual([expect.stringContaining('sweep')]);
  });

  it('the sweep is silent, since its rule may not call it', async () => {
    const granted = z.array(z.object({ grant: z.string() }));
    const grants = granted.parse(await (await fetch(`${stack.site}/_local/permissions`)).json());
    const ids = grants.map(({ grant }) => grant).filter((grant) => grant.startsWith('SweepEveryMinute'));
    expect(ids).toHaveLength(1);
    await local('permissions', { ids });
    await untilRings(/^SweepSilenceAlarm/, 1);
  });
});
