import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fakeTable } from '../fake-table.ts';
import { call } from './call.ts';

const draft = {
  type: 'press-release',
  language: 'en',
  title: 'The reef is open',
  body: 'Divers may come again.',
};
let table: ReturnType<typeof fakeTable>;
beforeEach(() => {
  table = fakeTable();
});
afterEach(() => table.client.restore());

describe('Idempotency-Key', () => {
  const headers = { 'idempotency-key': 'k-1' };

  it('answers a retry as the first time', async () => {
    const first = await call('POST', '/statements', { body: draft, headers });
    expect(await call('POST', '/statements', { body: draft, headers })).toEqual(first);
    expect([...table.items.values()].filter((item) => item.sk === 'HEAD')).toHaveLength(1);
  });

  it('has one effect for concurrent twins', async () => {
    const twins = await Promise.all(
      [1, 2, 3].map(() => call('POST', '/statements', { body: draft, headers })),
    );
    expect(new Set(twins.map(({ body }) => body.id)).size).toBe(1);
    expect(twins.map(({ status }) => status)).toEqual([201, 201, 201]);
  });

  it('refuses another body under the same key, and lets another person have it', async () => {
    await call('POST', '/statements', { body: draft, headers });
    expect((await call('POST', '/statements', { body: { ...draft, title: 'Other' }, headers })).status).toBe(
      422,
    );
    expect(
      (await call('POST', '/statements', { as: 'author', body: { ...draft, title: 'Other' }, headers }))
        .status,
    ).toBe(201);
  });

  it('is free again after a refusal', async () => {
    expect((await call('POST', '/statements', { body: { ...draft, title: '' }, headers })).status).toBe(422);
    expect((await call('POST', '/statements', { body: draft, headers })).status).toBe(201);
  });

  it('finds what a try that died had made', async () => {
    const first = await call('POST', '/statements', { body: draft, headers });
    const [key, held] = [...table.items].find(([, item]) => item.sk === 'REQUEST') ?? [];
    table.items.set(String(key), { ...held, answer: undefined, heldUntil: 0 });
    const again = await call('POST', '/statements', { body: draft, headers });
    expect([again.status, again.body.id, again.body.version]).toEqual([201, first.body.id, 1]);
  });

  it('makes no second statement of one key, though the server has forgotten it or the statement is gone', async () => {
    const { body } = await call('POST', '/statements', { body: draft, headers });
    const forget = () => {
      for (const [key, item] of table.items) if (item.sk === 'REQUEST') table.items.delete(key);
    };
    forget();
    const other = await call('POST', '/statements', { body: { ...draft, title: 'Other' }, headers });
    expect([other.status, other.body.detail]).toEqual([422, expect.stringContaining('needs a new key')]);
    await call('DELETE', `/statements/${body.id}`, { headers: { 'if-match': '"1"' } });
    forget();
    expect((await call('POST', '/statements', { body: draft, headers })).status).toBe(404);
  });
});
