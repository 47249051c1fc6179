import { describe, expect, it } from 'vitest';
import type { Problem } from '../../../shared/errors.ts';
import { parse } from '../../../shared/statement/accept.ts';
import { actionBodies } from '../../../shared/statement/action-bodies.ts';
import { momentOf, onClockOf } from '../../../shared/statement/moment.ts';

const now = '2026-01-10T12:00:00.000Z';
/** What a request that says this is understood as; or the refusal's field and words. */
function read(said: object): unknown {
  try {
    return momentOf(parse(actionBodies.schedule, said), now);
  } catch (error) {
    const { status, errors } = error as Problem;
    return [status, errors?.[0]?.pointer, errors?.[0]?.detail];
  }
}
const local = (local: string, timeZone: string) => read({ local, timeZone });
const refused = (pointer: string, detail: RegExp, status = 422) => [
  status,
  pointer,
  expect.stringMatching(detail),
];

describe('an instant', () => {
  it.each(['2026-05-04T10:00:00+02:00', '2026-05-04T08:00:00Z', '2026-05-04T08:00:00.250-03:30'])(
    'is kept as it was said: %s',
    (at) => {
      expect(read({ at })).toEqual({ at });
    },
  );

  it.each([
    '2026-05-04T10:00:00',
    '2026-05-04T10:00+02:00',
    '2026-05-04T10:00:60Z',
    '2026-05-04 10:00:00+02:00',
    '2026-05-04',
    '2026-02-30T10:00:00Z',
    '2026-05-04T10:00:00+2',
    'tomorrow',
    '',
  ])('has a day, a time to the second and an offset, which “%s” lacks', (at) => {
    expect(read({ at })).toEqual(
      refused('/at', /^is not a date and time with seconds and an offset, like .* as local/),
    );
  });

  it('is no number', () => {
    expect(read({ at: 1777881600000 })).toEqual(refused('/at', /./, 400));
  });

  it('is ahead: what is past, or now, can be published', () => {
    for (const at of ['2026-01-10T12:00:00Z', '2026-01-10T12:59:59+01:00', '0001-01-01T00:00:00Z'])
      expect(read({ at })).toEqual(refused('/at', /^is in the past; to make it public now, publish it$/));
    expect(read({ at: '2026-01-10T12:00:01Z' })).toEqual({ at: '2026-01-10T12:00:01Z' });
  });

  it('is a year ahead at most', () => {
    expect(read({ at: '2027-01-11T12:00:00Z' })).toEqual({ at: '2027-01-11T12:00:00Z' });
    expect(read({ at: '2027-01-11T12:00:01Z' })).toEqual(refused('/at', /limit of 366 days/));
    expect(read({ at: '9999-12-31T23:59:59Z' })).toEqual(refused('/at', /limit of 366 days/));
  });
});

describe('a local time', () => {
  it.each([
    ['2026-05-04T10:00', 'Europe/Lisbon', '2026-05-04T10:00:00+01:00'],
    ['2026-02-04T10:00:30', 'Europe/Lisbon', '2026-02-04T10:00:30+00:00'],
    ['2026-05-04T10:00', 'America/New_York', '2026-05-04T10:00:00-04:00'],
    ['2026-05-04T10:00', 'Asia/Kolkata', '2026-05-04T10:00:00+05:30'],
    ['2026-05-04T10:00', 'Asia/Kathmandu', '2026-05-04T10:00:00+05:45'],
    ['2026-07-04T10:00', 'Australia/Lord_Howe', '2026-07-04T10:00:00+10:30'],
    ['2026-12-04T10:00', 'Australia/Lord_Howe', '2026-12-04T10:00:00+11:00'],
    ['2026-05-04T10:00', 'Pacific/Kiritimati', '2026-05-04T10:00:00+14:00'],
    ['2026-05-04T10:00', 'UTC', '2026-05-04T10:00:00+00:00'],
  ])('%s in %s is kept, with the offset of then', (said, timeZone, at) => {
    expect(local(said, timeZone)).toEqual({ at, local: said, timeZone });
  });

  it.each([
    ['2026-03-29T01:30', 'Europe/Lisbon', '2026-03-29T00:30:00+00:00', '2026-03-29T02:30:00+01:00'],
    ['2026-03-08T02:00', 'America/New_York', '2026-03-08T01:00:00-05:00', '2026-03-08T03:00:00-04:00'],
    ['2026-10-04T02:15', 'Australia/Lord_Howe', '2026-10-04T01:45:00+10:30', '2026-10-04T02:45:00+11:00'],
  ])('%s does not come in %s: either side of the gap is named', (said, timeZone, before, after) => {
    const [status, pointer, detail] = local(said, timeZone) as [number, string, string];
    expect([status, pointer]).toEqual([422, '/local']);
    expect(detail).toBe(
      `does not come in ${timeZone}, where the clocks are put forward then; send ${before} or ${after} as at`,
    );
  });

  it.each([
    ['2026-10-25T01:30', 'Europe/Lisbon', '2026-10-25T01:30:00+01:00', '2026-10-25T01:30:00+00:00'],
    ['2026-11-01T01:00', 'America/New_York', '2026-11-01T01:00:00-04:00', '2026-11-01T01:00:00-05:00'],
    ['2026-04-05T01:45', 'Australia/Lord_Howe', '2026-04-05T01:45:00+11:00', '2026-04-05T01:45:00+10:30'],
  ])('%s comes twice in %s: both are named, and each can be sent', (said, timeZone, first, second) => {
    const [status, pointer, detail] = local(said, timeZone) as [number, string, string];
    expect([status, pointer]).toEqual([422, '/local']);
    expect(detail).toBe(
      `comes twice in ${timeZone}, where the clocks are put back then; send ${first} or ${second} as at`,
    );
    for (const at of [first, second]) expect(read({ at })).toEqual({ at });
    expect(Date.parse(second)).toBeGreaterThan(Date.parse(first));
  });

  it.each([
    ['2026-03-29T00:59:59', 'Europe/Lisbon'],
    ['2026-03-29T02:00', 'Europe/Lisbon'],
    ['2026-10-25T00:59:59', 'Europe/Lisbon'],
    ['2026-10-25T02:00', 'Europe/Lisbon'],
    ['2026-10-04T01:59', 'Australia/Lord_Howe'],
    ['2026-10-04T02:30', 'Australia/Lord_Howe'],
    ['2026-03-29T01:30', 'Africa/Abidjan'],
    ['2026-10-25T01:30', 'Asia/Tokyo'],
  ])('%s is plain in %s', (said, timeZone) => {
    expect(local(said, timeZone)).toMatchObject({ local: said, timeZone });
  });

  it('takes a zone of the IANA database, since an offset knows no daylight saving', () => {
    for (const timeZone of ['Mars/Phobos', '+02:00', 'CEST', ''])
      expect(local('2026-05-04T10:00', timeZone)).toEqual(refused('/timeZone', /IANA database/));
  });

  it('has no offset of its own', () => {
    expect(local('2026-05-04T10:00:00Z', 'UTC')).toEqual(refused('/local', /^has an offset: send it as at$/));
    expect(local('2026-05-04T10:00+02:00', 'UTC')).toEqual(refused('/local', /without an offset/));
  });

  it('is ahead, on the clock of its zone', () => {
    expect(local('2026-01-10T20:00', 'Asia/Shanghai')).toEqual(refused('/local', /in the past/));
    expect(local('2026-01-10T20:01', 'Asia/Shanghai')).toMatchObject({ at: '2026-01-10T20:01:00+08:00' });
  });
});

it.each([
  [{}, '/local'],
  [{ local: '2026-05-04T10:00' }, '/timeZone'],
  [{ timeZone: 'UTC' }, '/local'],
  [{ at: '2026-05-04T10:00:00Z', local: '2026-05-04T10:00', timeZone: 'UTC' }, '/at'],
  [{ at: '2026-05-04T10:00:00Z', timeZone: 'UTC' }, '/at'],
])('a time is said in one way, and whole: %j', (said, pointer) => {
  expect(read(said)).toEqual(
    refused(pointer, /^say when by at, with an offset, or else by local and timeZone$/),
  );
});

it('an instant is shown on another clock', () => {
  expect(onClockOf('Europe/Lisbon', '2026-05-04T10:00:00+02:00')).toBe('2026-05-04T09:00:00+01:00');
  expect(onClockOf('Asia/Kolkata', '2026-05-04T08:00:00Z')).toBe('2026-05-04T13:30:00+05:30');
});
