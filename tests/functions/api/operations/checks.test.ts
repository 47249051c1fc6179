import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { fakeTable } from '../../fake-table.ts';
import { call } from '../call.ts';
import { change, created } from './statement.ts';

let table: ReturnType<typeof fakeTable>;
const today = new Date().toISOString().slice(0, 10);
beforeEach(() => {
  table = fakeTable();
});
afterEach(() => table.client.restore());

const draft = (more = {}) => created({ date: today, title: 'Tide tables', ...more });
const checksOf = async (id: unknown) => {
  const { body } = await call('GET', `/statements/${id}/checks`, { as: 'author' });
  return body.items as Record<string, unknown>[];
};
const messagesOf = async (id: unknown) => (await checksOf(id)).map(({ message }) => message);

it('asks nothing about a good text, and changes nothing', async () => {
  const { id } = await draft();
  expect(await checksOf(id)).toEqual([]);
  expect((await call('GET', `/statements/${id}`)).body.version).toBe(1);
});

it('looks up where links to this site lead', async () => {
  const live = await created({ title: 'There', publish: true });
  const gone = await created({ title: 'Gone', publish: true });
  await change(gone.id, 'withdraw', { reason: 'A mistake.', keepText: true });
  const moved = await created({ title: 'Moved', publish: true });
  await change(moved.id, 'PATCH', { date: '2026-05-05' });
  await change(moved.id, 'publish', { note: 'It was a day later.', significance: 'minor' });
  const { path } = await created({ title: 'Not yet' });
  const link = (name: string, to: unknown) => `[${name}](https://press.example${to})`;
  const body = [link('a', live.path), link('b', gone.path), link('c', moved.path), link('d', path)].join(
    ' and ',
  );
  expect(await messagesOf((await draft({ body })).id)).toEqual([
    'The link “b” leads to a statement that was withdrawn.',
    'The link “d” leads to an address of this site that no statement has or had.',
  ]);
});

it('looks up fifty addresses at most', async () => {
  const body = Array.from({ length: 80 }, (_, n) => `[a](/en/2026/01/01/s-${n}/)`).join('\n\n');
  const { id } = await draft({ body });
  table.client.resetHistory();
  await checksOf(id);
  const addresses = table.client
    .commandCalls(GetCommand)
    .filter(({ args }) => String(args[0].input.Key?.pk).startsWith('PATH#'));
  expect(addresses).toHaveLength(50);
});

it('knows the titles of others in this language, public or in work', async () => {
  const { path } = await draft({ title: 'tide  Tables' });
  await draft({ language: 'fr' });
  const { id } = await draft();
  expect(await checksOf(id)).toEqual([
    {
      code: 'known-title',
      severity: 'warning',
      pointer: '/title',
      message: `Another statement has this title: ${path}`,
    },
  ]);
});

it('is about the work copy, else the live text', async () => {
  const { id } = await draft({ publish: true, body: 'The count is TBC.' });
  expect(await messagesOf(id)).toEqual(['“TBC” looks like something that is still to be written.']);
  await change(id, 'PATCH', { body: 'The count is 412.' });
  expect(await messagesOf(id)).toEqual([]);
});

it('leaves the date of something public alone, unless a correction changes it', async () => {
  const { id } = await created({ publish: true, date: '2020-01-01' });
  expect(await messagesOf(id)).toEqual([]);
  await change(id, 'PATCH', { date: '2020-01-02' });
  expect((await checksOf(id)).map(({ code }) => code)).toEqual(['far-date']);
});
