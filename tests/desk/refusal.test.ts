import { describe, expect, it } from 'vitest';
import { atField } from '../../desk/refusal.ts';

describe('an error of a refusal', () => {
  it.each([
    ['/title', 'is empty', 'title', 'This is empty'],
    [
      '/topics/1',
      'is not lower-case words joined by hyphens',
      'topics',
      'This is not lower-case words joined by hyphens',
    ],
    [
      '/speakers/2/name',
      'is over its limit of 200 characters',
      'speakers',
      'Line 3 is over its limit of 200 characters',
    ],
    ['/speakers', 'is over its limit of 100 entries', 'speakers', 'This is over its limit of 100 entries'],
    ['/contacts/0/email', 'is no e-mail', 'contacts', 'Line 1 is no e-mail'],
    ['/event/end', 'is before the start', 'eventEnd', 'This is before the start'],
    ['/event/place', 'is empty', 'eventPlace', 'This is empty'],
    ['/note', 'is needed for a correction', 'note', 'This is needed for a correction'],
  ])('about %s that %s stands at the field %s', (pointer, detail, field, words) => {
    expect(atField({ pointer, detail })).toEqual({ field, words });
  });

  it.each([
    ['/attachments/0', 'attachments/0 is wrong'],
    ['', 'The text is wrong'],
    ['/constructor', 'constructor is wrong'],
  ])(
    'about %j, which the form doesn’t show, belongs to no field and says what it is about',
    (pointer, words) => {
      expect(atField({ pointer, detail: 'is wrong' })).toEqual({ field: undefined, words });
    },
  );
});
