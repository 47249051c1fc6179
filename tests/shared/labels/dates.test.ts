import { describe, expect, it } from 'vitest';
import { dayText, instantText, offsetText, rangeText } from '../../../shared/labels/dates.ts';

const summer = new Date('2026-05-04T23:30:00Z');

const twoHoursLater = new Date('2026-05-05T01:30:00Z');

describe('dayText', () => {
  it('writes a day in the words of each language', () => {
    expect(dayText('2026-05-04', 'en')).toBe('4 May 2026');
    expect(dayText('2026-05-04', 'en-US')).toBe('May 4, 2026');
    expect(dayText('2026-05-04', 'fr')).toBe('4 mai 2026');
    expect(dayText('2026-05-04', 'ru')).toContain('4 мая 2026');
    expect(dayText('2026-05-04', 'zh')).toBe('2026年5月4日');
  });
});

describe('instantText', () => {
  it('is on the clock of the zone, with its offset', () => {
    expect(instantText(summer, 'en', 'Europe/Lisbon')).toBe('5 May 2026 at 00:30 UTC+1');
    expect(instantText(summer, 'fr', 'America/New_York')).toBe('4 mai 2026 à 19:30 UTC−4');
  });
});

describe('rangeText', () => {
  it('names a day that both ends share once', () => {
    expect(rangeText(summer, twoHoursLater, 'en', '+02:00')).toBe('5 May 2026, 01:30–03:30 UTC+2');
  });

  it('names both days of a night', () => {
    const text = rangeText(summer, twoHoursLater, 'en', 'UTC');
    expect(text).toMatch(/^4 May 2026 .*23:30.*5 May 2026.*01:30 UTC$/);
  });
});

describe('offsetText', () => {
  it('follows summer time, parts of hours, and both sides of UTC', () => {
    expect(offsetText(summer, 'Europe/London')).toBe('UTC+1');
    expect(offsetText(new Date('2026-01-04T12:00:00Z'), 'Europe/London')).toBe('UTC');
    expect(offsetText(summer, 'Asia/Kathmandu')).toBe('UTC+5:45');
    expect(offsetText(summer, 'America/St_Johns')).toBe('UTC−2:30');
  });
});
