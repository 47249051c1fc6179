import * as z from 'zod';
import * as keys from '../keys.ts';
import type { Table } from '../table.ts';

/** The last number that was given in a year, and the instant that went with it, in milliseconds. */
const Numbers = z.object({ number: z.int(), at: z.number() });
export type Numbers = z.output<typeof Numbers>;

/**
 * The next number of a year, with the instant `at`, or a millisecond after the last one given if this machine's
 * clock is behind that: numbers and instants rise together. A number that isn't used leaves a gap.
 */
export async function nextNumber(table: Table, year: string, at: number): Promise<Numbers> {
  const key = { pk: keys.numbersKey(year), sk: keys.numbersSort };
  const names = { '#number': 'number', '#at': 'at' };
  const { item } = await table.update(key, 'SET #at = :at ADD #number :one', {
    expression: 'attribute_not_exists(#at) OR #at < :at',
    names,
    values: { ':at': at, ':one': 1 },
  });
  if (item) return Numbers.parse(item);
  // Neither waits for the other: this always succeeds, however many ask at once.
  const after = await table.update(key, 'ADD #number :one, #at :one', {
    expression: 'attribute_exists(#at)',
    names,
    values: { ':one': 1 },
  });
  return Numbers.parse(after.item);
}
