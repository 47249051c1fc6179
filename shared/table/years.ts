import * as z from 'zod';
import * as keys from '../keys.ts';
import type { Table } from '../table.ts';

/**
 * A year of a language, by its months (`05`): how many places each has given, and which of them show nothing, since
 * the statement was withdrawn or has another date now.
 */
const Month = z.object({ places: z.int(), hidden: z.array(z.int()) });
const Year = z.object({ months: z.record(z.string(), Month) });
export type Month = z.output<typeof Month>;
export type Year = { year: string; months: Record<string, Month> };

/** Every year of a language that a statement was ever dated in, the newest first. */
export async function readYears(table: Table, language: string): Promise<Year[]> {
  const years: Year[] = [];
  for (let start: Record<string, unknown> | undefined, first = true; first || start; first = false) {
    const { items, next } = await table.query({
      KeyConditionExpression: 'pk = :years',
      ExpressionAttributeValues: { ':years': keys.yearsKey(language) },
      ConsistentRead: true,
      ScanIndexForward: false,
      ...(start && { ExclusiveStartKey: start }),
    });
    years.push(...items.map((item) => ({ year: String(item.sk), ...Year.parse(item) })));
    start = next;
  }
  return years;
}

/** Keeps a year. Has one writer at a time: the feeds queue's group. */
export async function writeYear(table: Table, language: string, { year, months }: Year): Promise<void> {
  await table.put({ pk: keys.yearsKey(language), sk: year, months });
}
