import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeTable } from '../../fake-table.ts';
import { call } from '../call.ts';
import { change, created, text } from './statement.ts';

let table: ReturnType<typeof fakeTable>;
beforeEach(() => {
  table = fakeTable();
});
afterEach(() => {
  table.client.restore();
  vi.useRealTimers();
});

const french = { language: 'fr', title: 'Le récif est ouvert' };
const translations = async (id: unknown) => (await call('GET', `/statements/${id}`)).body.translations;
const refused = async (body: object) => {
  const answer = await call('POST', '/statements', { body: { ...text, ...body } });
  return [answer.status, (answer.body.errors as { pointer: string; detail: string }[])[0]?.pointer];
};

describe('a translation', () => {
  it('is shown with its original, and the other way round', async () => {
    const { id } = await created({ publish: true });
    const translation = await created({ ...french, translationOf: id });
    expect(await translations(id)).toEqual([
      { id: translation.id, language: 'fr', state: 'draft', edition: null, follows: null, behind: false },
    ]);
    expect(translation.translations).toEqual([
      { id, language: 'en', state: 'live', edition: 1, follows: null, behind: false },
    ]);
  });

  it('follows the edition that is public when it is, and is behind from the next one until it is corrected', async () => {
    const { id } = await created({ publish: true });
    const translation = await created({ ...french, translationOf: id, publish: true });
    expect(await translations(id)).toMatchObject([{ state: 'live', edition: 1, follows: 1, behind: false }]);
    await change(id, 'PATCH', { body: 'Divers may come again on Sunday.' });
    await change(id, 'publish', { note: 'A day was missing.', significance: 'major' });
    expect(await translations(id)).toMatchObject([{ follows: 1, behind: true }]);
    await change(translation.id, 'PATCH', { body: 'Les plongeurs peuvent revenir dimanche.' });
    await change(translation.id, 'publish', { note: 'Il manquait un jour.', significance: 'major' });
    expect(await translations(id)).toMatchObject([{ edition: 2, follows: 2, behind: false }]);
  });

  it('that is public before its original follows the first edition to come', async () => {
    const { id } = await created();
    await created({ ...french, translationOf: id, publish: true });
    await change(id, 'publish');
    expect(await translations(id)).toMatchObject([{ follows: 1, behind: false }]);
  });

  it('is the only one in its language', async () => {
    const { id } = await created();
    const first = await created({ ...french, translationOf: id });
    expect(await refused({ ...french, translationOf: id })).toEqual([422, '/translationOf']);
    expect(await refused({ translationOf: id })).toEqual([422, '/language']);
    await change(first.id, 'DELETE');
    expect(await created({ ...french, translationOf: id })).toMatchObject({ work: { language: 'fr' } });
    expect(await translations(id)).toHaveLength(1);
  });

  it('is no original of another', async () => {
    const { id } = await created();
    const translation = await created({ ...french, translationOf: id });
    expect(await refused({ ...french, translationOf: translation.id })).toEqual([422, '/translationOf']);
    const other = await created({ language: 'fr' });
    const { status } = await change(id, 'PATCH', { translationOf: other.id });
    expect(status).toBe(422);
    expect((await change(id, 'PATCH', { translationOf: id })).status).toBe(422);
    expect((await change(id, 'PATCH', { language: 'fr' })).body.errors).toMatchObject([
      { pointer: '/language' },
    ]);
  });

  it('of which two are made at once is one', async () => {
    const { id } = await created();
    const make = () => call('POST', '/statements', { body: { ...text, ...french, translationOf: id } });
    const statuses = (await Promise.all([make(), make(), make()])).map(({ status }) => status);
    expect(statuses.sort()).toEqual([201, 422, 422]);
  });

  it('that leaves its original leaves its place, once that is certain', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-05-04T10:00:00.000Z') });
    const { id } = await created();
    const translation = await created({ ...french, translationOf: id });
    await change(translation.id, 'PATCH', { translationOf: null });
    expect(await translations(id)).toEqual([]);
    expect(await refused({ ...french, translationOf: id })).toEqual([422, '/translationOf']);
    vi.setSystemTime(Date.parse('2026-05-04T10:01:01.000Z'));
    await created({ ...french, translationOf: id });
    expect(await translations(id)).toHaveLength(1);
  });
});
