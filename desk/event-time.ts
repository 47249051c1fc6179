import { getISO } from 'temporal-polyfill/fns/Calendar';
import * as PlainDateTimes from 'temporal-polyfill/fns/PlainDateTime';
import * as ZonedDateTimes from 'temporal-polyfill/fns/ZonedDateTime';
import { inZone, localOf } from './site-time.ts';

type Event = { start: string; end?: string | undefined; place: string };
type Fields = Record<'eventStart' | 'eventEnd' | 'eventZone' | 'eventPlace', string>;

/**
 * An event as its form shows it: local times on the clock that its start was written with. That is the site's zone where
 * the offset is the site's, so that another day keeps to the same clock; else the offset itself.
 */
export function eventFields(event: Event | undefined, siteZone: string): Fields {
  if (!event) return { eventStart: '', eventEnd: '', eventZone: siteZone, eventPlace: '' };
  const { start, end, place } = event;
  const eventZone = zoneOf(start, siteZone);
  return {
    eventStart: localOf(start, eventZone),
    eventEnd: end === undefined ? '' : localOf(end, eventZone),
    eventZone,
    eventPlace: place,
  };
}

/** The event in a merge patch: null for none, and a null end for one without. */
export function eventIn({ eventStart, eventEnd, eventZone, eventPlace }: Fields) {
  const place = eventPlace.trim();
  if (!eventStart && !eventEnd && !place) return null;
  const end = eventEnd ? instantOf(eventEnd, eventZone.trim()) : null;
  return { start: instantOf(eventStart, eventZone.trim()), end, place };
}

/**
 * A local time with its offset in a zone. What is no time or no zone stays as it is, and so does a time that daylight
 * saving skips or repeats: the API refuses it at its field.
 */
function instantOf(local: string, zone: string): string {
  try {
    const said = PlainDateTimes.fromString(local, getISO);
    const there = PlainDateTimes.toZonedDateTime(said, zone, { disambiguation: 'reject' });
    return ZonedDateTimes.toString(there, { timeZoneName: 'never' });
  } catch (error) {
    if (error instanceof RangeError) return local;
    throw error;
  }
}

function zoneOf(start: string, siteZone: string): string {
  const offset = /[+-]\d\d:\d\d$/.exec(start)?.at(0) ?? '+00:00';
  if (ZonedDateTimes.offset(inZone(start, siteZone)) === offset) return siteZone;
  return offset === '+00:00' ? 'UTC' : offset;
}
