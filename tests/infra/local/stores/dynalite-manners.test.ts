import db from 'dynalite/db/index.js';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { measureInBytes } from '../../../../infra/local/stores/dynalite-manners.ts';

beforeAll(measureInBytes);

// https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html
describe('an item is as large as', () => {
  it('the UTF-8 of its names and texts, whatever their script', () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1 });
    fc.assert(
      fc.property(text, text, (name, value) => {
        expect(db.itemSize({ [name]: { S: value } })).toBe(Buffer.byteLength(name + value));
      }),
    );
  });

  it('its texts in lists and maps, with three bytes round each and one for each member', () => {
    expect(db.itemSize({ a: { L: [{ S: 'قال' }] } })).toBe(1 + 3 + 1 + 6);
    expect(db.itemSize({ a: { M: { я: { S: 'é' } } } })).toBe(1 + 3 + 1 + 2 + 2);
  });

  it('its numbers and bytes, as before', () => {
    expect(db.itemSize({ a: { N: '123' } })).toBe(1 + 3);
    expect(db.itemSize({ a: { B: 'AAEC' } })).toBe(1 + 3);
  });
});
