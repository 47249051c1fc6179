import type { Entry } from './audit.ts';
import type { PublicAct } from './public-acts.ts';
import type { Caller } from './roles.ts';
import type { Head, KeptContent, Listing, Person } from './statement.ts';

/**
 * Who changes a statement, when, and the id of this very change, that its records are kept under. `request` is the
 * digest of the Idempotency-Key, `requestId` the id of the call in the logs.
 */
export type Act = { caller: Caller; at: string; change: string; request?: string; requestId?: string };

/**
 * A change as the rules decided it: the head to come but for its seal, and the records that go first. The text
 * is kept under `entry.text`, what was done in public under `after.live.record`.
 */
export type Change = {
  before: Head | undefined;
  after: Omit<Head, 'lastEntry'>;
  text?: KeptContent;
  record?: PublicAct;
  entry: Entry;
};

/** A text with what lists show of it. */
export type Text = { content: KeptContent; excerpt: string };

/** What the audit trail says of a change, beside who made it, when and to which version. */
export type Said = Omit<Entry, 'version' | 'action' | 'at' | 'actor' | 'client' | 'request'>;

/** The parts of a head that a change may replace; one given as undefined goes. */
type Parts = Partial<
  Pick<Head, 'live' | 'work' | 'publishedWithoutReview' | 'restrictedTo' | 'deleted' | 'pending'>
>;

/** The change of a head to its next version: with these parts in the place of its own, and this said of it. */
export function changeOf(before: Head, action: string, act: Act, parts: Parts, said: Said = {}): Change {
  const { lastEntry: _, ...head } = before;
  const version = before.version + 1;
  return { before, after: { ...head, ...parts, version }, entry: entryOf(version, action, act, said) };
}

/** An entry of the audit trail, not yet sealed. */
export function entryOf(version: number, action: string, act: Act, said: Said): Entry {
  const { sub, name, role, client } = act.caller;
  return { version, action, at: act.at, actor: { sub, name, role }, client, request: act.request, ...said };
}

/** What every statement begins with. */
export const born = (id: string, act: Act) => ({
  id,
  version: 1,
  createdAt: act.at,
  createdBy: personOf(act),
});

/** Who acts, as the head and its parts remember them. */
export const personOf = ({ caller: { sub, name } }: Act): Person => ({ sub, name });

/** What lists show of a text. */
export function listing({ content: { body: _, ...rest }, excerpt }: Text): Listing {
  return { ...rest, excerpt };
}
