import { describe, expect, it } from 'vitest';
import { eventFields, eventIn } from '../../desk/event-time.ts';

const event = { start: '2026-05-04T10:00:00+02:00', end: '2026-05-04T12:00:00Z', place: 'The quay' };

describe('an event in the form', () => {
  it.each([
    ['Europe/Berlin', 'Europe/Berlin'],
    ['America/New_York', '+02:00'],
  ])('of a site in %s is on the clock of %s', (site, eventZone) => {
    expect(eventFields(event, site)).toEqual({
      eventStart: '2026-05-04T10:00',
      eventEnd: '2026-05-04T14:00',
      eventZone,
      eventPlace: 'The quay',
    });
  });

  it('is on the clock of UTC for a start that is', () => {
    const fields = eventFields({ start: '2026-05-04T10:00:30Z', place: 'The quay' }, 'Europe/Berlin');
    expect(fields).toMatchObject({ eventStart: '2026-05-04T10:00:30', eventEnd: '', eventZone: 'UTC' });
  });

  it('keeps its zone on a day with another offset', () => {
    const fields = { ...eventFields(event, 'Europe/Berlin'), eventStart: '2026-12-04T10:00', eventEnd: '' };
    expect(eventIn(fields)).toEqual({ start: '2026-12-04T10:00:00+01:00', end: null, place: 'The quay' });
  });

  it.each([
    ['2027-03-28T02:30', 'Europe/Berlin'],
    ['2026-10-25T02:30', 'Europe/Berlin'],
    ['2026-05-04T10:00', 'Europe/Nowhere'],
    ['', 'Europe/Berlin'],
  ])('leaves %j in %s for the API to refuse', (eventStart, eventZone) => {
    expect(eventIn({ eventStart, eventEnd: '', eventZone, eventPlace: 'The quay' })?.start).toBe(eventStart);
  });
});
