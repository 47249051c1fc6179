import { spawnSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { forget, type Stack, startStack } from './stack.ts';
import { until, untilReadable } from './until.ts';

const Statement = z.object({ id: z.string(), version: z.int(), url: z.string() });
const Made = z.object({ id: z.string(), url: z.string() });
const Items = z.object({ items: z.array(z.looseObject({})) });

let stack: Stack;
beforeAll(async () => {
  stack = await startStack();
});
afterAll(async () => {
  await stack.stop();
  await forget(stack);
});

const draft = async (more = {}) => {
  const body = {
    type: 'statement',
    language: 'en',
    title: 'The lagoon',
    body: 'The zibeline swam.',
    ...more,
  };
  return Statement.parse(await (await stack.api('POST', '/statements', { body })).json());
};
const makeFor = async (id: string, more = {}) => {
  const body = { recipient: 'Ines Calder, Gazette', hours: 24, ...more };
  return Made.parse(await (await stack.api('POST', `/statements/${id}/previews`, { body })).json());
};
const get = (url: string, method = 'GET') => fetch(url, { method, redirect: 'manual' });
const items = async (path: string) => Items.parse(await (await stack.api('GET', path)).json()).items;

/** Everything that the stack keeps in which a word stands. */
const filesWith = (word: string) =>
  globSync(join(stack.dataDir, '**/*'), { withFileTypes: true })
    .filter((file) => file.isFile())
    .map((file) => join(file.parentPath, file.name))
    .filter((file) => readFileSync(file).includes(word));

describe('the link of a preview', () => {
  it('shows a draft to whoever has it, tells nobody else of it, and is recorded', async () => {
    const { id, url: page } = await draft();
    const { id: pid, url } = await makeFor(id);
    const response = await get(url);
    expect(response.status).toBe(200);
    const headers = ['cache-control', 'referrer-policy', 'x-robots-tag', 'x-frame-options'];
    expect(headers.map((name) => response.headers.get(name))).toEqual([
      'no-store',
      'no-referrer',
      'noindex, nofollow, noarchive',
      'DENY',
    ]);
    const text = await response.text();
    for (const words of ['The zibeline swam.', 'Embargoed copy', 'Ines Calder, Gazette', 'noindex'])
      expect(text).toContain(words);
    expect((await get(url, 'HEAD')).status).toBe(200);
    expect((await get(url, 'POST')).status).toBe(403);
    expect((await get(page)).status).toBe(404);

    expect(await items(`/statements/${id}/previews`)).toMatchObject([
      { id: pid, state: 'open', openings: { count: 1, last: expect.stringMatching(/Z$/) } },
    ]);
    const trail = await items(`/statements/${id}/history`);
    expect(trail.map(({ action }) => action)).toEqual(['open-preview', 'make-preview', 'create']);
    expect(trail[0]).toMatchObject({ actor: { name: 'Ines Calder, Gazette', role: 'recipient' } });
  });

  it('leaves an editor who is at work alone', async () => {
    const { id } = await draft();
    const { url } = await makeFor(id);
    await get(url);
    const edited = await stack.api('PATCH', `/statements/${id}`, {
      body: { body: 'The zibeline swam here.' },
      headers: { 'If-Match': '"1"' },
    });
    expect(edited.status).toBe(200);
    expect(await (await get(url)).text()).toContain('The zibeline swam.');
  });

  it('leads nowhere once it is revoked, and once its time is over', async () => {
    const { id } = await draft();
    const [revoked, expiring] = [await makeFor(id), await makeFor(id, { hours: 1 })];
    const gone = await stack.api('DELETE', `/statements/${id}/previews/${revoked.id}`);
    expect(gone.status).toBe(204);
    expect((await get(revoked.url)).status).toBe(404);
    expect((await get(expiring.url)).status).toBe(200);
    const body = JSON.stringify({ milliseconds: 3_600_000 });
    await fetch(`${stack.site}/_local/clock`, { method: 'POST', body });
    expect((await get(expiring.url)).status).toBe(404);
    const states = (await items(`/statements/${id}/previews`)).map(({ state }) => state);
    expect(states.sort()).toEqual(['expired', 'revoked']);
  });

  it('leads to the page once that is public', async () => {
    const { id } = await draft({ slug: 'released' });
    const { url } = await makeFor(id);
    const headers = { 'If-Match': '"1"' };
    const published = await stack.api('POST', `/statements/${id}/publish`, { body: {}, headers });
    const live = Statement.parse(await published.json());
    const answer = await get(url);
    expect([answer.status, answer.headers.get('location'), answer.headers.get('cache-control')]).toEqual([
      303,
      new URL(live.url).pathname,
      'no-store',
    ]);
    await untilReadable(live.url, 'The zibeline swam.');
    expect(await items(`/statements/${id}/previews`)).toMatchObject([{ state: 'released' }]);
  });

  it('can’t be guessed, nor be found in the table, the logs or what a retry is answered from', async () => {
    const { id } = await draft();
    const body = { recipient: 'Ines Calder', email: 'ines@gazette.example', hours: 24 };
    const ask = async () =>
      Made.parse(
        await (
          await stack.api('POST', `/statements/${id}/previews`, {
            body,
            headers: { 'Idempotency-Key': 'a preview' },
          })
        ).json(),
      );
    const { url } = await ask();
    expect((await ask()).url).toBe(url);
    expect((await get(url)).status).toBe(200);
    const token = url.slice(-43);
    for (const guess of [`${token.slice(1)}A`, 'A'.repeat(43), token.toLowerCase(), id, ''])
      expect((await get(`${stack.site}/preview/${guess}`)).status).toBe(404);
    const logs = join(stack.dataDir, 'logs/preview.log');
    await until('the log', async () => readFileSync(logs, 'utf8').includes(id));
    expect(filesWith('ines@gazette.example')).not.toEqual([]);
    expect(filesWith(token)).toEqual([]);
    expect(readFileSync(logs, 'utf8')).not.toMatch(/Calder|gazette/);
  });
});

it('npm run audit -- verify checks the trails of previews, too', async () => {
  const { id } = await draft();
  await get((await makeFor(id)).url);
  const { stdout, status } = spawnSync(process.execPath, ['infra/audit.ts', 'verify', '--local'], {
    env: { ...process.env, PORT: String(stack.port) },
    encoding: 'utf8',
  });
  expect([stdout.trim(), status]).toEqual([expect.stringMatching(/^1[1-9] trails, 0 broken$/), 0]);
});
