import { getISO } from 'temporal-polyfill/fns/Calendar';
import * as Instants from 'temporal-polyfill/fns/Instant';
import * as PlainDateTimes from 'temporal-polyfill/fns/PlainDateTime';
import * as ZonedDateTimes from 'temporal-polyfill/fns/ZonedDateTime';
import * as z from 'zod';
import { Problem } from '../errors.ts';
import { TimeZone } from '../site-file.ts';
import type { Moment } from './statement.ts';

/** How far ahead something can be scheduled, in days: a year, and a leap day. */
export const mostDaysAhead = 366;

/** What a request says of when: `at` with an offset, or `local` with its `timeZone`. Nobody should guess time zones. */
export const saidMoment = {
  at: z.iso
    .datetime({
      offset: true,
      error:
        'is not a date and time with seconds and an offset, like 2026-05-04T10:00:00+02:00. A local time is sent as local, with its timeZone',
    })
    .optional(),
  local: z.iso
    .datetime({ local: true, error: 'is not a date and time without an offset, like 2026-05-04T10:00' })
    .refine((local) => !local.endsWith('Z'), 'has an offset: send it as at')
    .optional(),
  timeZone: TimeZone.optional(),
};
const SaidMoment = z.object(saidMoment);
type SaidMoment = z.output<typeof SaidMoment>;

/**
 * The moment that a request names, as it was said and, for a local time, with the offset that its zone has then. Throws
 * `invalid` for one that is past by `now`, or too far ahead, and for a local time that daylight saving skips or repeats:
 * the refusal names both instants that could be meant.
 */
export function momentOf({ at, local, timeZone }: SaidMoment, now: string): Moment {
  if (at !== undefined && local === undefined && timeZone === undefined) return inReach({ at }, '/at', now);
  if (at === undefined && local !== undefined && timeZone !== undefined)
    return inReach({ at: instantOf(local, timeZone), local, timeZone }, '/local', now);
  const pointer = at !== undefined ? '/at' : local !== undefined ? '/timeZone' : '/local';
  return refuse(pointer, 'say when by at, with an offset, or else by local and timeZone');
}

/** An instant on the clock of a zone, with the offset that it has then: `2026-05-04T10:00:00+02:00`. */
export const onClockOf = (timeZone: string, at: string): string =>
  withOffset(Instants.toZonedDateTimeISO(Instants.fromString(at), timeZone));

function inReach(moment: Moment, pointer: string, now: string): Moment {
  const ahead = Date.parse(moment.at) - Date.parse(now);
  if (ahead <= 0) return refuse(pointer, 'is in the past; to make it public now, publish it');
  if (ahead > mostDaysAhead * 24 * 60 * 60 * 1000)
    return refuse(pointer, `is over the limit of ${mostDaysAhead} days ahead`);
  return moment;
}

/** https://tc39.es/proposal-temporal/docs/ambiguity.html */
function instantOf(local: string, timeZone: string): string {
  const said = PlainDateTimes.fromString(local, getISO);
  const earlier = PlainDateTimes.toZonedDateTime(said, timeZone, { disambiguation: 'earlier' });
  const later = PlainDateTimes.toZonedDateTime(said, timeZone, { disambiguation: 'later' });
  if (ZonedDateTimes.equals(earlier, later)) return withOffset(earlier);
  const isTwice = PlainDateTimes.equals(ZonedDateTimes.toPlainDateTime(earlier), said);
  return refuse(
    '/local',
    `${isTwice ? 'comes twice' : 'does not come'} in ${timeZone}, where the clocks are ${isTwice ? 'put back' : 'put forward'} then; send ${withOffset(earlier)} or ${withOffset(later)} as at`,
  );
}

const withOffset = (time: ZonedDateTimes.Record): string =>
  ZonedDateTimes.toString(time, { timeZoneName: 'never' });

function refuse(pointer: string, detail: string): never {
  throw new Problem('invalid', `${pointer} ${detail}.`, { errors: [{ pointer, detail }] });
}
