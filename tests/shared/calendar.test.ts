import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { calendar } from '../../shared/calendar.ts';
import type { PublicListing } from '../../shared/statement/public.ts';
import { listing, site } from './html/sample.ts';

const event = {
  start: '2026-05-09T10:00:00+01:00',
  end: '2026-05-09T12:00:00+01:00',
  place: 'Pier 4, Lisbon',
};
const of = { site, origin: 'https://press.meridian.example', language: 'en' };
const file = (...more: Partial<PublicListing>[]) =>
  calendar(
    of,
    more.map((one) => ({ ...listing, event, ...one })),
  );
const read = (text: string) => new ICAL.Component(ICAL.parse(text));
const eventsIn = (text: string) =>
  read(text)
    .getAllSubcomponents('vevent')
    .map((one) => new ICAL.Event(one));

describe('a calendar', () => {
  it('says when and where an event is, by an id that stays', () => {
    const [read] = eventsIn(file({ edition: 3 }));
    expect(read).toMatchObject({
      uid: 'tag:press.meridian.example,2026-05-04:s1',
      summary: 'Survey maps 158 wrecks',
      location: 'Pier 4, Lisbon',
      sequence: 2,
    });
    expect(read?.startDate.toJSDate().toISOString()).toBe('2026-05-09T09:00:00.000Z');
    expect(read?.endDate.toJSDate().toISOString()).toBe('2026-05-09T11:00:00.000Z');
  });

  it('is whose it is, and empty where there is no event', () => {
    const empty = read(file({ event: undefined }));
    expect(empty.getFirstPropertyValue('name')).toBe('Meridian Institute');
    expect(empty.getAllSubcomponents('vevent')).toEqual([]);
  });

  it('cancels an event that was withdrawn, with the reason, as a newer state of the same', () => {
    const withdrawn = { at: '2026-05-05T10:00:00.000Z', reason: 'A storm.', keepText: true };
    const [read] = eventsIn(file({ withdrawn }));
    expect(read?.component.getFirstPropertyValue('status')).toBe('CANCELLED');
    expect(read).toMatchObject({ description: 'A storm.', sequence: 1 });
  });

  it('has lines of 75 octets at most, ended by CRLF, and loses no word of any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 300 }), (words) => {
        const title = words.replaceAll(/\p{Cc}/gu, ' ');
        const whole = file({ title, excerpt: `${title}\n${title}` });
        for (const line of whole.split('\r\n')) {
          expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
          expect(line).not.toMatch(/[\r\n]/);
        }
        expect(eventsIn(whole)[0]).toMatchObject({ summary: title, description: `${title}\n${title}` });
      }),
      { numRuns: 300 },
    );
  });
});
