import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeTable } from '../../fake-table.ts';
import { call } from '../call.ts';
import { change, created, historyOf } from './statement.ts';

let table: ReturnType<typeof fakeTable>;
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-05-04T08:00:00Z') });
  table = fakeTable();
});
afterEach(() => {
  table.client.restore();
  vi.useRealTimers();
});

const at = '2026-05-05T10:00:00+05:45';
const worksOf = async (state: string) => (await call('GET', `/statements?state=${state}`)).body.items;

describe('a schedule', () => {
  it('is shown as it was said and on the site’s clock, with who wants it', async () => {
    const { id } = await created();
    const { status, body } = await change(id, 'schedule', { at });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      version: 2,
      live: null,
      work: {
        state: 'scheduled',
        schedule: {
          at,
          siteTime: expect.stringMatching(/^2026-05-05T\d\d:15:00[+-]\d\d:\d\d$/),
          siteTimeZone: expect.stringContaining('/'),
          by: 'editor',
        },
      },
      actions: ['publish', 'schedule', 'unschedule', 'restrict', 'note'],
    });
    expect(body.work).not.toHaveProperty('schedule.from');
    expect((await call('GET', `/statements/${id}`)).body).toEqual(body);
    expect(await worksOf('scheduled')).toMatchObject([{ id }]);
    expect((await historyOf(id))[0]).toMatchObject({ action: 'schedule', scheduled: { at } });
  });

  it('keeps a local time with its zone', async () => {
    const { id } = await created();
    const said = { local: '2026-05-05T10:00', timeZone: 'America/New_York' };
    const { body } = await change(id, 'schedule', said);
    expect(body.work).toMatchObject({ schedule: { ...said, at: '2026-05-05T10:00:00-04:00' } });
  });

  it('can be another one, and none', async () => {
    const { id } = await created();
    await change(id, 'schedule', { at });
    expect((await change(id, 'schedule', { at: '2026-06-01T00:00:00Z' })).body.work).toMatchObject({
      schedule: { at: '2026-06-01T00:00:00Z' },
    });
    const { body } = await change(id, 'unschedule');
    expect(body.work).toMatchObject({ state: 'draft' });
    expect(body.work).not.toHaveProperty('schedule');
    expect((await change(id, 'unschedule')).status).toBe(409);
  });

  it('takes If-Match, and the newest version', async () => {
    const { id } = await created();
    expect((await call('POST', `/statements/${id}/schedule`, { body: { at } })).status).toBe(428);
    expect((await change(id, 'schedule', { at }, { version: 7 })).status).toBe(412);
  });

  it.each([
    [{}, 422],
    [{ at: '2026-05-05T10:00:00' }, 422],
    [{ at: '2026-05-04T08:00:00Z' }, 422],
    [{ local: '2026-10-25T01:30', timeZone: 'Europe/Lisbon' }, 422],
    [{ at, when: 'soon' }, 400],
    [{ at: 5 }, 400],
  ])('that can’t be read leaves no trace: %j', async (body, status) => {
    const { id } = await created();
    const refused = await change(id, 'schedule', body);
    expect(refused.status).toBe(status);
    expect((await call('GET', `/statements/${id}`)).body.version).toBe(1);
  });

  it('keeps the text as it is until it is unscheduled', async () => {
    const { id } = await created();
    await change(id, 'schedule', { at });
    const bodies = { PATCH: { title: 'Shut' }, submit: {}, return: { note: 'No.' }, DELETE: undefined };
    for (const [action, body] of Object.entries(bodies))
      expect([action, (await change(id, action, body)).status]).toEqual([action, 409]);
    await change(id, 'unschedule');
    expect((await change(id, 'PATCH', { title: 'Shut' })).status).toBe(200);
  });

  it('ends with a publication by hand', async () => {
    const { id } = await created();
    await change(id, 'schedule', { at });
    expect((await change(id, 'publish')).body).toMatchObject({ live: { edition: 1 }, work: null });
  });
});

describe('a correction', () => {
  it('is scheduled with its public note and significance, and leaves the live text alone', async () => {
    const { id, live } = await created({ publish: true });
    await change(id, 'PATCH', { title: 'Shut' });
    const bare = await change(id, 'schedule', { at });
    expect([bare.status, bare.body.errors]).toMatchObject([
      422,
      [{ pointer: '/note' }, { pointer: '/significance' }],
    ]);
    const note = { note: 'It is shut.', significance: 'major' };
    const { body } = await change(id, 'schedule', { at, ...note });
    expect(body).toMatchObject({ live, work: { title: 'Shut', schedule: { at, ...note } } });
  });

  it('waits for a text that is restored meanwhile, and can be unscheduled beside a notice', async () => {
    const { id } = await created({ publish: true });
    await change(id, 'PATCH', { title: 'Shut' });
    await change(id, 'schedule', { at, note: 'It is shut.', significance: 'major' });
    const gone = await change(id, 'withdraw', { reason: 'False.', keepText: false });
    expect(gone.body).toMatchObject({ work: { state: 'scheduled' }, live: { withdrawn: {} } });
    expect((await change(id, 'schedule', { at })).status).toBe(409);
    expect((await change(id, 'restore')).body).toMatchObject({ work: { state: 'scheduled' } });
    await change(id, 'withdraw', { reason: 'False.', keepText: false });
    expect((await change(id, 'unschedule')).body).toMatchObject({ work: { state: 'draft' } });
  });
});

it('what has no work copy can’t be scheduled, nor can a withdrawal', async () => {
  const { id } = await created({ publish: true });
  const { status, body } = await change(id, 'schedule', { at });
  expect([status, body.detail]).toEqual([409, expect.stringContaining('Nothing else can be scheduled.')]);
});

it('a slug that is taken is refused at once', async () => {
  await created({ publish: true, slug: 'reef' });
  const { id } = await created({ slug: 'reef' });
  const { status, body } = await change(id, 'schedule', { at });
  expect([status, body.errors]).toMatchObject([409, [{ pointer: '/slug' }]]);
});
