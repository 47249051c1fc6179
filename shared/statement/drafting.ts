import { textSort } from '../keys.ts';
import { canonical, sha256 } from './audit.ts';
import { type Act, born, type Change, changeOf, entryOf, listing, personOf, type Text } from './change.ts';
import { isAmong, withHand } from './hands.ts';
import { readersOf, requireLifting } from './readers.ts';
import type { Head, KeptContent, LivePart, Override, Person, WorkPart } from './statement.ts';

/** A head with a work copy, and one with something public. */
export type WithWork = Head & { work: WorkPart };
export type WithLive = Head & { live: LivePart };

/** A new statement with a work copy in `draft`, which is for everybody in the office unless it names who may read. */
export function create(id: string, text: Text, act: Act, names: string[] = []): Change {
  const sort = textSort(1, act.change);
  const restrictedTo = readersOf(act.caller, names, act.caller);
  return {
    before: undefined,
    after: { ...born(id, act), work: draftOf(text, sort, [], act), restrictedTo },
    text: text.content,
    entry: entryOf(1, 'create', act, { text: sort, digest: digestOf(text.content), restrictedTo }),
  };
}

/**
 * A new text of the work copy; makes one beside the live part if there is none. It goes back to `draft`. What
 * nobody else has approved of a live text stays in the hands of those who wrote it.
 */
export function edit(before: Head, text: Text, act: Act): Change {
  const sort = textSort(before.version + 1, act.change);
  const hands = (before.work ?? before.publishedWithoutReview)?.handsOn ?? [];
  const said = { text: sort, digest: digestOf(text.content) };
  const change = changeOf(before, 'edit', act, { work: draftOf(text, sort, hands, act) }, said);
  return { ...change, text: text.content };
}

/** The work copy is handed over for review. */
export const submit = (before: WithWork, act: Act): Change =>
  changeOf(before, 'submit', act, { work: { ...before.work, state: 'in-review' } });

/**
 * The work copy may be published as it is. By somebody who had no hand in it, that takes it out of everybody's
 * hands; an admin's override doesn't.
 */
export function approve(before: WithWork, act: Act, override?: Override): Change {
  const { handsOn, schedule } = before.work;
  const work: WorkPart = {
    ...before.work,
    state: before.work.state === 'in-review' ? 'approved' : before.work.state,
    handsOn: isAmong(handsOn, personOf(act)) ? handsOn : [],
    withoutReview: override,
    schedule: schedule && { ...schedule, from: 'approved' },
  };
  return changeOf(before, 'approve', act, { work }, saidOf(override));
}

/** Somebody else stands by a live text that was published without review. */
export const approveAfterwards = (before: WithLive, act: Act): Change =>
  changeOf(before, 'approve', act, { publishedWithoutReview: undefined }, { edition: before.live.edition });

/** The work copy goes back to `draft`, with a note inside the office. */
export function sendBack(before: WithWork, note: string, act: Act): Change {
  const { schedule: _, failure: __, withoutReview: ___, ...kept } = before.work;
  return changeOf(before, 'return', act, { work: { ...kept, state: 'draft' } }, { note });
}

/** The work copy beside a public part goes; the statement's text is the public one again. */
export const discard = (before: WithLive, act: Act): Change =>
  changeOf(before, 'discard', act, { work: undefined }, { text: before.live.text });

/** A statement that was never public goes; its id and its trail stay, so that neither can be had again. */
export const remove = (before: Head, act: Act): Change =>
  changeOf(before, 'delete', act, { work: undefined, deleted: { at: act.at, by: personOf(act) } });

/** Who may read what isn't public is limited to those who are named; or, if nobody is, the limit is lifted. */
export function restrict(before: Head, said: { restrictedTo: string[]; reason?: string }, act: Act): Change {
  requireLifting(before, said, act.caller);
  const restrictedTo = readersOf(before.createdBy, said.restrictedTo, act.caller);
  const told = { restrictedTo: restrictedTo ?? [], reason: said.reason };
  return changeOf(before, 'restrict', act, { restrictedTo }, told);
}

/** A remark inside the office, on the version that it was made to. */
export const remark = (before: Head, note: string, act: Act): Change =>
  changeOf(before, 'note', act, {}, { note });

/** What the trail says of an override. */
export const saidOf = (override: Override | undefined) =>
  override ? { override: true, reason: override.reason } : {};

/** The digest by which the trail knows a text. */
export const digestOf = (content: KeptContent): string => sha256(canonical(content));

function draftOf(text: Text, sort: string, hands: Person[], act: Act): WorkPart {
  return { ...listing(text), state: 'draft', text: sort, handsOn: withHand(hands, personOf(act)) };
}
