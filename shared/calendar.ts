import { nameIn } from './labels/labels.ts';
import type { SiteFile } from './site-file.ts';
import type { PublicListing } from './statement/public.ts';
import { statementUri } from './statement/uri.ts';

/** The media type of calendars. */
export const calendarType = 'text/calendar';

/** Whose calendar it is, in which language, and where its events lead. */
type Of = { site: SiteFile; origin: string; language: string };

/**
 * The events among some statements as a calendar (RFC 5545); one that was withdrawn is cancelled. Instants are in UTC,
 * which takes no description of time zones. Libraries for this are larger than what it takes of the RFC.
 */
export function calendar({ site, origin, language }: Of, listings: PublicListing[]): string {
  const name = nameIn(site, language, site.name);
  return lines([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:-//${text(name)}//Communiqué//${language.toUpperCase()}`,
    // RFC 7986, section 5.1, and what calendars knew before it.
    `NAME:${text(name)}`,
    `X-WR-CALNAME:${text(name)}`,
    ...listings.flatMap((listing) => event(origin, listing)),
    'END:VCALENDAR',
  ]);
}

function event(origin: string, listing: PublicListing): string[] {
  const { event, edition, excerpt, firstPublished, lastChange, path, title, withdrawn } = listing;
  if (!event) return [];
  const changed = instant(withdrawn?.at ?? lastChange);
  return [
    'BEGIN:VEVENT',
    `UID:${statementUri(origin, listing)}`,
    `DTSTAMP:${changed}`,
    `CREATED:${instant(firstPublished)}`,
    `LAST-MODIFIED:${changed}`,
    `SEQUENCE:${edition - 1 + (withdrawn ? 1 : 0)}`,
    `DTSTART:${instant(event.start)}`,
    ...(event.end ? [`DTEND:${instant(event.end)}`] : []),
    `SUMMARY:${text(title)}`,
    `LOCATION:${text(event.place)}`,
    `DESCRIPTION:${text(withdrawn?.reason ?? excerpt)}`,
    `URL:${origin}${path}`,
    `STATUS:${withdrawn ? 'CANCELLED' : 'CONFIRMED'}`,
    'END:VEVENT',
  ];
}

/** RFC 5545, section 3.3.5: `20260509T090000Z`. */
const instant = (at: string): string =>
  new Date(at).toISOString().replace(/\.\d+/, '').replaceAll(/[-:]/g, '');

/** RFC 5545, section 3.3.11. */
const text = (words: string): string => words.replaceAll(/[\\;,]/g, '\\$&').replaceAll('\n', '\\n');

/** The longest that a line may be, in octets (RFC 5545, section 3.1). */
const mostOctets = 75;

const lines = (content: string[]): string => content.map((line) => `${folded(line)}\r\n`).join('');

/** A long line goes on behind a space on the next one; no character is cut in two. */
function folded(line: string): string {
  let octets = 0;
  return [...line]
    .map((character) => {
      const size = Buffer.byteLength(character);
      const isFull = octets + size > mostOctets;
      octets = isFull ? 1 + size : octets + size;
      return isFull ? `\r\n ${character}` : character;
    })
    .join('');
}
