import { expect, it } from 'vitest';
import { dayIn } from '../../../shared/statement/day.ts';

it.each([
  ['Pacific/Kiritimati', '2026-05-05'],
  ['Europe/Lisbon', '2026-05-04'],
  ['America/New_York', '2026-05-04'],
  ['Pacific/Pago_Pago', '2026-05-04'],
])('is the day of the site, not of the server: %s', (timeZone, day) => {
  expect(dayIn(timeZone, new Date('2026-05-04T12:00:00Z'))).toBe(day);
});

it('keeps to the site’s day round midnight', () => {
  expect(dayIn('Europe/Lisbon', new Date('2026-07-01T22:59:59Z'))).toBe('2026-07-01');
  expect(dayIn('Europe/Lisbon', new Date('2026-07-01T23:00:00Z'))).toBe('2026-07-02');
});
