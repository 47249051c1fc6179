import { describe, expect, it } from 'vitest';
import { contactLines, contactsIn } from '../../desk/lines.ts';

describe('contacts, one a line', () => {
  it('may leave out what is in the middle', () => {
    const contacts = [
      { label: 'Desk', url: 'https://desk.example/a@b' },
      { label: 'Night', phone: '+49 30 1' },
    ];
    expect(contactLines(contacts)).toBe('Desk, https://desk.example/a@b\nNight, +49 30 1');
    expect(contactsIn(contactLines(contacts))).toEqual(contacts);
  });

  it('are none of empty lines', () => {
    expect(contactsIn(' \n , ')).toEqual([]);
  });
});
