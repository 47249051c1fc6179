import { spawnSync } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as z from 'zod';
import { forget, type Stack, startStack } from './stack.ts';

const Seen = z.object({ id: z.string(), version: z.int(), work: z.object({ body: z.string() }) });
const History = z.object({
  items: z.array(
    z.object({
      version: z.int(),
      action: z.string(),
      actor: z.object({ name: z.string() }),
      hash: z.string(),
      previous: z.string(),
    }),
  ),
});
const clients = 50;

let stack: Stack;
beforeAll(async () => {
  stack = await startStack();
});
afterAll(async () => {
  await stack.stop();
  await forget(stack);
});

async function seen(response: Response) {
  const body: unknown = await response.json();
  expect([response.status, body]).toEqual([expect.toBeOneOf([200, 201]), expect.anything()]);
  return Seen.parse(body);
}

/** Adds a line to whatever the text is by then; answers the version that was accepted, unless that answer was lost. */
async function addLine(id: string, n: number): Promise<number | undefined> {
  const url = `${stack.site}/api/v1/statements/${id}`;
  const headers = { Authorization: `Bearer ${await stack.token(`Editor ${n}:editor`)}` };
  for (let tries = 1; ; tries++) {
    const read = await fetch(url, { headers });
    if (read.status < 500) {
      const { version, work } = await seen(read);
      if (work.body.includes(`Line ${n}.`)) return undefined;
      const answer = await fetch(url, {
        method: 'PATCH',
        headers: { ...headers, 'Content-Type': 'application/json', 'If-Match': `"${version}"` },
        body: JSON.stringify({ body: `${work.body}\n\nLine ${n}.` }),
      });
      if (answer.status === 200) return (await seen(answer)).version;
      // A machine that has much else to do runs into the functions' time-outs, as a client must expect.
      if (answer.status < 500)
        expect([answer.status, answer.headers.get('etag')]).toEqual([412, expect.stringMatching(/^"\d+"$/)]);
    }
    // As polite clients do: whoever is behind comes back at a time of their own, and later each time.
    await pause(20 * tries * (1 + ((n * 7) % clients)));
  }
}

it('lets 50 people edit one text at once, and has every line, once, and the history in order', async () => {
  const body = { type: 'statement', language: 'en', title: 'Crowded', body: 'All write here.' };
  const { id } = await seen(await stack.api('POST', '/statements', { body }));
  const numbers = Array.from({ length: clients }, (_, n) => n);
  const versions = await Promise.all(numbers.map((n) => addLine(id, n)));

  const { version, work } = await seen(await stack.api('GET', `/statements/${id}`));
  expect(version).toBe(1 + clients);
  const { items } = History.parse(await (await stack.api('GET', `/statements/${id}/history`)).json());
  const trail = items.toReversed();
  expect(trail.map((entry) => entry.version)).toEqual([1, ...numbers.map((n) => n + 2)]);
  expect(trail.slice(1).map(({ previous }) => previous)).toEqual(trail.slice(0, -1).map(({ hash }) => hash));
  for (const [n, accepted] of versions.entries())
    if (accepted) expect(trail[accepted - 1]).toMatchObject({ actor: { name: `Editor ${n}` } });
  expect(new Set(trail.slice(1).map(({ actor }) => actor.name)).size).toBe(clients);
  const lines = trail.slice(1).map(({ actor }) => actor.name.replace('Editor', 'Line'));
  expect(work.body).toBe(['All write here.', ...lines.map((line) => `${line}.`)].join('\n\n'));

  const { stdout, status } = spawnSync(process.execPath, ['infra/audit.ts', 'verify', '--local'], {
    env: { ...process.env, PORT: String(stack.port) },
    encoding: 'utf8',
  });
  expect([stdout.trim(), status]).toEqual(['1 trails, 0 broken', 0]);
}, 600_000);
