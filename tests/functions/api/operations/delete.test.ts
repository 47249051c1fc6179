import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fakeTable } from '../../fake-table.ts';
import { call } from '../call.ts';
import { change, created, historyOf } from './statement.ts';

let table: ReturnType<typeof fakeTable>;
beforeEach(() => {
  table = fakeTable();
});
afterEach(() => table.client.restore());

describe('DELETE /statements/{id}', () => {
  it('takes away what was never public, and leaves its history', async () => {
    const { id } = await created();
    const { status, body } = await change(id, 'DELETE');
    expect([status, body]).toEqual([204, null]);
    expect((await call('GET', `/statements/${id}`)).status).toBe(404);
    expect((await call('GET', '/statements')).body.items).toEqual([]);
    expect((await historyOf(id)).map(({ action }) => action)).toEqual(['delete', 'create']);
  });

  it('is final', async () => {
    const { id } = await created();
    await change(id, 'DELETE');
    const patch = { body: { title: 'B' }, headers: { 'if-match': '"2"' } };
    expect((await call('PATCH', `/statements/${id}`, patch)).status).toBe(404);
  });

  it('is refused for whatever was public, withdrawn or not', async () => {
    const { id } = await created({ publish: true });
    expect((await change(id, 'DELETE')).body.detail).toContain('What was public can be withdrawn.');
    await change(id, 'withdraw', { reason: 'A mistake.', keepText: false });
    expect((await change(id, 'DELETE')).status).toBe(409);
  });

  it('frees the address that was taken and never used', async () => {
    const { id } = await created();
    const path = { pk: 'PATH#/en/2026/05/04/reef/', sk: 'PATH' };
    table.items.set('PATH#/en/2026/05/04/reef/ PATH', { ...path, id, at: new Date().toISOString() });
    const publish = { slug: 'reef', publish: true };
    expect((await created(publish)).status).toBe(409);
    await change(id, 'DELETE');
    expect((await created(publish)).path).toBe('/en/2026/05/04/reef/');
  });
});
