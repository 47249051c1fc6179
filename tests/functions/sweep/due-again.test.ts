import { expect, it } from 'vitest';
import { isDueAgain } from '../../../functions/sweep/due-again.ts';

const now = Date.parse('2026-05-04T10:00:00.000Z');
const minutesAgo = (minutes: number) => new Date(now - minutes * 60_000 - 1).toISOString();

it('sends again what has waited for one, two, four and eight minutes, and then every sixteen', () => {
  const minutes = Array.from({ length: 50 }, (_, n) => n + 1);
  expect(minutes.filter((n) => isDueAgain(minutesAgo(n), now))).toEqual([1, 2, 4, 8, 16, 32, 48]);
});

it('sends nothing that does not wait', () => {
  expect(isDueAgain(undefined, now)).toBe(false);
});
