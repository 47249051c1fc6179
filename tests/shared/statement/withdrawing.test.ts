import { describe, expect, it } from 'vitest';
import { createPublished } from '../../../shared/statement/publishing.ts';
import { amendNote, withdraw } from '../../../shared/statement/withdrawing.ts';
import { act, committed, person, taken, text, withLive } from './sample.ts';

const later = act('b2', person('Ben'), '2026-05-05T10:00:00.000Z');
const last = act('c3', person('Ben'), '2026-05-06T10:00:00.000Z');
const live = withLive(committed(createPublished('id', text, taken, act())));
const notice = { reason: 'A mistake.', keepText: true, replacedBy: 'other' };
const gone = withLive(committed(withdraw(live, notice, later)));

describe('a withdrawal', () => {
  it('puts a notice in the place of the text, which stays in the table', () => {
    expect(gone.live).toMatchObject({
      edition: 1,
      text: live.live.text,
      withdrawn: { ...notice, at: later.at },
      lastMajorChange: later.at,
      act: 'withdraw',
    });
    expect(gone.pending).toEqual({ since: later.at, channels: ['page', 'lists'] });
  });

  it('is on the trail and among the public acts, with all that it says', () => {
    const { entry, record } = withdraw(live, notice, later);
    expect(entry).toMatchObject({ action: 'withdraw', edition: 1, ...notice });
    expect(record).toEqual({
      action: 'withdraw',
      edition: 1,
      version: 2,
      at: later.at,
      previous: live.live.record,
      ...notice,
    });
  });

  it('again changes the notice, and not since when it stands', () => {
    const { after } = withdraw(gone, { reason: 'Two mistakes.', keepText: false }, last);
    expect(after.live?.withdrawn).toEqual({ reason: 'Two mistakes.', keepText: false, at: later.at });
    expect(after.live).toMatchObject({ lastMajorChange: later.at, lastChange: last.at });
  });
});

describe('a note that is amended', () => {
  it('takes the place of the newest edition’s, and makes no edition', () => {
    const { after, record } = amendNote(live, { edition: 1, note: 'A word.' }, later);
    expect(after.live).toMatchObject({
      edition: 1,
      note: 'A word.',
      lastChange: later.at,
      act: 'amend-note',
    });
    expect(after.live?.lastMajorChange).toBe(act().at);
    expect(record).toMatchObject({
      action: 'amend-note',
      edition: 1,
      note: 'A word.',
      previous: live.live.record,
    });
  });

  it('of an older edition leaves the newest one’s', () => {
    const second = { ...live, live: { ...live.live, edition: 2, note: 'Second.' } };
    expect(amendNote(second, { edition: 1, note: 'First.' }, later).after.live?.note).toBe('Second.');
  });
});
