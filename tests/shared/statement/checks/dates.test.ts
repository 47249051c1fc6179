import { describe, expect, it } from 'vitest';
import type { KeptContent } from '../../../../shared/statement/statement.ts';
import { checked } from './checking.ts';

describe('a date', () => {
  it.each<[Partial<KeptContent>, string | undefined, string[]]>([
    [{ date: '2026-03-01' }, undefined, ['The date 2026-03-01 is 64 days past; today is 2026-05-04.']],
    [{ date: '2027-05-04' }, undefined, ['The date 2027-05-04 is 365 days ahead; today is 2026-05-04.']],
    [{ date: '2026-05-20' }, undefined, []],
    [{ date: '2020-01-01' }, '2020-01-01', []],
    [{ type: 'event-notice' }, undefined, ['The event notice does not say when and where.']],
    [
      { type: 'event-notice', event: { start: '2026-05-04T09:00:00+01:00', place: 'The quay' } },
      undefined,
      ['The event is over already.'],
    ],
    [
      {
        type: 'event-notice',
        event: { start: '2026-05-04T09:00:00+01:00', end: '2026-05-04T18:00:00+01:00', place: 'The quay' },
      },
      undefined,
      [],
    ],
  ])('of %j, public as of %s: %j', (changes, publicDate, messages) => {
    expect(checked(changes, { publicDate }).map(({ message }) => message)).toEqual(messages);
  });

  it('is the site’s, not the server’s', () => {
    const now = new Date('2026-05-04T23:30:00Z');
    expect(checked({ date: '2026-06-05' }, { now })).toEqual([]);
    expect(checked({ date: '2026-06-05' }, { now: new Date('2026-05-04T22:30:00Z') })).toHaveLength(1);
  });
});
