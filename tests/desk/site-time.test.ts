import { describe, expect, it } from 'vitest';
import { candidatesIn, onSiteClock } from '../../desk/site-time.ts';

describe('a local time on the site’s clock', () => {
  it('is that of the same instant', () => {
    expect(onSiteClock('2026-05-04T10:00', 'Europe/Berlin', 'America/New_York')).toBe('2026-05-04T04:00');
  });

  it.each([
    ['2027-03-28T02:30', 'Europe/Berlin'],
    ['2026-10-25T02:30', 'Europe/Berlin'],
    ['2026-05-04T10:00', 'Europe/Nowhere'],
    ['', 'Europe/Berlin'],
  ])('is unknown for %s in %s', (local, zone) => {
    expect(onSiteClock(local, zone, 'UTC')).toBeUndefined();
  });
});

it('finds the instants that a refusal names', () => {
  const words = 'comes twice; send 2026-10-25T02:30:00+02:00 or 2026-10-25T02:30:00+01:00 as at';
  expect(candidatesIn(words)).toEqual(['2026-10-25T02:30:00+02:00', '2026-10-25T02:30:00+01:00']);
});
