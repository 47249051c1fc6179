import { getISO } from 'temporal-polyfill/fns/Calendar';
import * as Instants from 'temporal-polyfill/fns/Instant';
import * as PlainDateTimes from 'temporal-polyfill/fns/PlainDateTime';
import * as ZonedDateTimes from 'temporal-polyfill/fns/ZonedDateTime';

/**
 * A local time of one zone on the clock of another: `2026-05-04T04:00`. Undefined for what is no time or no zone, and for
 * a time that daylight saving skips or repeats, where the API says what could be meant.
 */
export function onSiteClock(local: string, timeZone: string, siteZone: string): string | undefined {
  try {
    const said = PlainDateTimes.fromString(local, getISO);
    const earlier = PlainDateTimes.toZonedDateTime(said, timeZone, { disambiguation: 'earlier' });
    const later = PlainDateTimes.toZonedDateTime(said, timeZone, { disambiguation: 'later' });
    if (!ZonedDateTimes.equals(earlier, later)) return undefined;
    const there = ZonedDateTimes.withTimeZone(earlier, siteZone);
    return ZonedDateTimes.toString(there, { timeZoneName: 'never' }).slice(0, 16);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** An instant on the clock of a zone: to the minute, unless it has seconds, as a browser gives the value of a field. */
export const localOf = (at: string, timeZone: string): string =>
  ZonedDateTimes.toString(inZone(at, timeZone), { timeZoneName: 'never' }).slice(0, 19).replace(/:00$/, '');

export const inZone = (at: string, timeZone: string) =>
  Instants.toZonedDateTimeISO(Instants.fromString(at), timeZone);

/** The instants that a refusal of a local time names to choose from. */
export const candidatesIn = (words: string): string[] =>
  words.match(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?[+-]\d\d:\d\d/g) ?? [];
