import * as z from 'zod';
import { Edition } from './edition.ts';
import { Notice } from './statement.ts';

const common = Edition.pick({ version: true, at: true, previous: true });

/** A public note, said anew: the edition's first wording stays in its own record. */
export const AmendedNote = common.extend({
  action: z.literal('amend-note'),
  edition: z.int().min(1),
  note: z.string(),
});
export type AmendedNote = z.output<typeof AmendedNote>;

/** A withdrawal, or a change of its notice; it stands in place of the edition that was public then. */
export const Withdrawal = common.extend({
  action: z.literal('withdraw'),
  edition: z.int().min(1),
  ...Notice.omit({ at: true }).shape,
});
export type Withdrawal = z.output<typeof Withdrawal>;

/** The record of one thing that the office did in public: nothing in it is for the office alone. */
export const PublicAct = z.discriminatedUnion('action', [Edition, AmendedNote, Withdrawal]);
export type PublicAct = z.output<typeof PublicAct>;

/** Acts by the sort keys of their records, as they were read: those of changes that lost a race among them. */
export type KeptActs = Map<string, PublicAct>;

/** What was done in public up to the record `last`, the oldest first. */
export function actsUntil(kept: KeptActs, last: string): PublicAct[] {
  const acts: PublicAct[] = [];
  for (let act = kept.get(last); act; act = act.previous === undefined ? undefined : kept.get(act.previous))
    acts.push(act);
  return acts.reverse();
}

/** One wording of an edition's public note, and since when. */
export type Wording = { note: string; at: string };

/** An edition with every wording of its public note, the oldest first; the last one holds. */
export type PublicEdition = Edition & { notes: Wording[] };

/** The editions among the acts, in their order. */
export function editionsAmong(acts: PublicAct[]): PublicEdition[] {
  const wordings = Map.groupBy(
    acts.filter((act) => act.action !== 'withdraw'),
    ({ edition }) => edition,
  );
  return acts
    .filter((act) => 'digest' in act)
    .map((edition) => ({
      ...edition,
      notes: (wordings.get(edition.edition) ?? []).flatMap(({ note, at }) => (note ? [{ note, at }] : [])),
    }));
}
