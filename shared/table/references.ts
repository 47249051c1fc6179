import * as z from 'zod';
import * as keys from '../keys.ts';
import type { SiteFile } from '../site-file.ts';
import { dayIn } from '../statement/day.ts';
import { referenceOf } from '../statement/reference.ts';
import type { Condition, Table } from '../table.ts';
import { readHead } from './heads.ts';
import { nextNumber } from './numbers.ts';
import { isOver } from './tries.ts';

/** Somebody who set out to be public under a reference: with the version of a statement that they wanted to make. */
const Taker = z.object({ id: z.string(), version: z.int() });
type Taker = z.output<typeof Taker>;

/** A reference as a group of translations has it: with the instant that went with its number. */
const Given = z.object({ reference: z.string(), at: z.string(), takers: z.array(Taker) });
type Given = z.output<typeof Given>;

/** A first publication: as which version of which statement, a translation of which original (or itself), when. */
export type FirstPublication = Taker & { original: string; at: string };

type Site = Pick<SiteFile, 'reference' | 'timeZone'>;

/**
 * The reference of a first publication, and its instant, in the order of references. It is kept before the head
 * moves, so that a publication that died has the same one again if it is tried again soon, and translations have
 * that of whichever of them is public first. One whose takers have all died is given to nobody: its number would
 * be lower than those that were public before it.
 */
export async function takeReference(
  table: Table,
  site: Site,
  { id, version, original, at }: FirstPublication,
): Promise<{ reference: string; at: string }> {
  const key = { pk: keys.referenceKey(original), sk: keys.referenceSort };
  const taker = { id, version };
  for (;;) {
    const item = await table.get(key);
    const kept = item && Given.parse(item);
    const use = kept ? await useOf(table, kept, at) : 'over';
    if (kept && use === 'public') return { reference: kept.reference, at };
    if (kept && isAmong(kept.takers, taker) && use === 'under way') return kept;
    const isShared = kept !== undefined && use === 'under way';
    const given = isShared
      ? { ...kept, takers: [...kept.takers, taker] }
      : { ...(await newReference(table, site, at)), takers: [taker] };
    const { inTheWay } = await table.put({ ...key, ...given }, unchanged(kept));
    if (!inTheWay) return { reference: given.reference, at: isShared ? at : given.at };
  }
}

/** Whether a reference is on a public statement; or may yet be, since a taker of it may still commit. */
async function useOf(table: Table, { reference, at, takers }: Given, now: string) {
  const heads = await Promise.all(takers.map(({ id }) => readHead(table, id)));
  if (heads.some((head) => head?.live?.reference === reference)) return 'public';
  const mayCommit = takers.some(({ version }, i) => (heads[i]?.version ?? 0) < version);
  return mayCommit && !isOver(at, now) ? 'under way' : 'over';
}

async function newReference(table: Table, site: Site, at: string) {
  const year = dayIn(site.timeZone, new Date(at)).slice(0, 4);
  const next = await nextNumber(table, year, Date.parse(at));
  return {
    reference: referenceOf(site.reference, year, next.number),
    at: new Date(next.at).toISOString(),
  };
}

const isAmong = (takers: Taker[], { id, version }: Taker): boolean =>
  takers.some((one) => one.id === id && one.version === version);

const unchanged = (kept: Given | undefined): Condition =>
  kept
    ? {
        expression: '#reference = :reference AND size(#takers) = :takers',
        names: { '#reference': 'reference', '#takers': 'takers' },
        values: { ':reference': kept.reference, ':takers': kept.takers.length },
      }
    : { expression: 'attribute_not_exists(pk)' };
