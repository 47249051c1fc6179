import { afterEach, describe, expect, it, vi } from 'vitest';
import { Clock } from '../../../infra/local/clock.ts';
import { tellTimeBy } from '../../../infra/local/tell-time.ts';
import { temporary } from './temporary.ts';

const hour = 3_600_000;
const real = Date;
afterEach(() => {
  globalThis.Date = real;
});

describe('the clock', () => {
  it('is moved on, tells those who wait, and is where it was after a restart', () => {
    const folder = temporary();
    const clock = new Clock(folder);
    const moved = vi.fn();
    clock.on('moved', moved);
    clock.advance(hour);
    clock.advance(hour);
    expect(moved).toHaveBeenCalledTimes(2);
    expect(new Clock(folder).ahead[0]).toBe(2 * hour);
  });

  it.each([0, -1, Number.NaN])('is not moved by %d', (milliseconds) => {
    expect(() => new Clock(temporary()).advance(milliseconds)).toThrow(RangeError);
  });

  it('is what every way of asking for the time tells', () => {
    const clock = new Clock(temporary());
    tellTimeBy(clock.ahead);
    clock.advance(hour);
    const isAnHourAhead = (at: number) => Math.abs(at - real.now() - hour) < 2000;
    expect(isAnHourAhead(Date.now())).toBe(true);
    const now = new Date();
    expect(isAnHourAhead(now.valueOf())).toBe(true);
    expect(isAnHourAhead(real.parse(Date()))).toBe(true);
  });

  it('has no part in an instant that is given', () => {
    const clock = new Clock(temporary());
    tellTimeBy(clock.ahead);
    clock.advance(hour);
    expect(new Date('2026-05-04T10:00:00Z').toISOString()).toBe('2026-05-04T10:00:00.000Z');
    expect(new Date(0).getTime()).toBe(0);
    expect(Date.parse('1970-01-01T00:00:01Z')).toBe(1000);
    expect(new Date() instanceof Date).toBe(true);
  });
});
