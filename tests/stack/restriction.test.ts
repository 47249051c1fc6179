import { afterAll, beforeAll, expect, it } from 'vitest';
import * as z from 'zod';
import { forget, type Stack, startStack } from './stack.ts';
import { untilReadable } from './until.ts';

const Statement = z.object({ id: z.string(), version: z.int(), url: z.string() });
const Items = z.object({ items: z.array(z.looseObject({ id: z.string().optional() })) });

let stack: Stack;
beforeAll(async () => {
  stack = await startStack();
});
afterAll(async () => {
  await stack.stop();
  await forget(stack);
});

const [ada, ben, zoe, eve] = ['ada:editor', 'ben:author', 'zoe:editor', 'eve:admin'] as const;
const text = { type: 'statement', language: 'en', title: 'The dossier', body: 'The zibeline swam.' };
const draft = async () => {
  const body = { ...text, restrictedTo: ['ben'] };
  return Statement.parse(await (await stack.api('POST', '/statements', { as: ada, body })).json());
};
const act = (id: string, action: string, as: string, body: object, version: number) =>
  stack.api('POST', `/statements/${id}/${action}`, { as, body, headers: { 'If-Match': `"${version}"` } });
const statusFor = async (as: string, path: string) => (await stack.api('GET', path, { as })).status;
const idsFor = async (as: string, query = '') =>
  Items.parse(await (await stack.api('GET', `/statements${query}`, { as })).json()).items.map(({ id }) => id);

it('a restricted draft is there for its creator and those named, and for no other editor', async () => {
  const { id } = await draft();
  for (const as of [ada, ben]) {
    expect(await statusFor(as, `/statements/${id}`)).toBe(200);
    expect(await idsFor(as, '?q=dossier')).toContain(id);
  }
  for (const below of ['', '/history', '/versions', '/versions/1', '/diff?from=1&to=1', '/previews'])
    expect([below, await statusFor(zoe, `/statements/${id}${below}`)]).toEqual([below, 404]);
  expect(await idsFor(zoe)).not.toContain(id);
  const body = { recipient: 'Ines Calder', hours: 1 };
  expect((await stack.api('POST', `/statements/${id}/previews`, { as: zoe, body })).status).toBe(404);
  expect((await act(id, 'publish', zoe, {}, 1)).status).toBe(404);
});

it('an admin who is kept out lifts the restriction with a reason, which its history keeps', async () => {
  const { id } = await draft();
  const seen = await (await stack.api('GET', `/statements/${id}`, { as: eve })).text();
  expect(seen).not.toContain('dossier');
  expect((await act(id, 'restrict', eve, { restrictedTo: [] }, 1)).status).toBe(422);
  const reason = 'Ada is on leave.';
  expect((await act(id, 'restrict', eve, { restrictedTo: [], reason }, 1)).status).toBe(200);
  expect(await statusFor(zoe, `/statements/${id}`)).toBe(200);
  const history = await (await stack.api('GET', `/statements/${id}/history`, { as: zoe })).text();
  expect(history).toContain(reason);
});

it('what is published is for everybody, and says nothing of a restriction; its correction is not', async () => {
  const { id } = await draft();
  const { url } = Statement.parse(await (await act(id, 'publish', ada, {}, 1)).json());
  await stack.api('PATCH', `/statements/${id}`, {
    as: ben,
    body: { title: 'The dossier, anew' },
    headers: { 'If-Match': '"2"' },
  });
  for (const file of ['', 'index.json', 'index.txt'])
    expect(await untilReadable(url + file, 'zibeline')).not.toMatch(/restricted|ben|anew/i);
  expect(await untilReadable(`${stack.site}/en/feed.atom`, 'dossier')).not.toMatch(/restricted|anew/);
  const seen = await (await stack.api('GET', `/statements/${id}`, { as: zoe })).text();
  expect(seen).toContain('zibeline');
  expect(seen).not.toContain('anew');
});
