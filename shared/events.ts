import * as z from 'zod';
import { isLive, type LiveHead } from './statement/public.ts';
import type { Head } from './statement/statement.ts';

/** The source of every event of ours on the bus. */
export const eventSource = 'communique';

/** The detail-types that tell of something public. */
export const publicDetailTypes = [
  'Statement Published',
  'Statement Corrected',
  'Statement Withdrawn',
  'Statement Restored',
] as const;

const common = {
  /** The version of this schema: a change that a reader of version 1 can't take is a new number. */
  schema: z.literal(1),
  id: z.string(),
  version: z.int(),
  language: z.string(),
  type: z.string(),
  at: z.string(),
};

/** What an event says of a statement whose public part changed. */
export const PublicDetail = z.object({
  ...common,
  edition: z.int(),
  path: z.string(),
  title: z.string(),
  significance: z.enum(['minor', 'major']),
});

/** What an event says of private work: that there was a change, and none of its words. */
export const PrivateDetail = z.object({ ...common, edition: z.int() });

/** What the sweep says when the lists of a language are missing or of another build. */
export const ListsDetail = z.object({ language: z.string() });

export const BusEvent = z.discriminatedUnion('detail-type', [
  z.object({ 'detail-type': z.enum(publicDetailTypes), detail: PublicDetail }),
  z.object({ 'detail-type': z.literal('Statement Changed'), detail: PrivateDetail }),
  z.object({ 'detail-type': z.literal('Lists Outdated'), detail: ListsDetail }),
]);
export type BusEvent = z.output<typeof BusEvent>;

/**
 * The event of a change of a statement's head: of its public part if that changed, else of private work;
 * undefined if there was no change of the statement, but only of marks on its head. `at` is when it was made.
 */
export function eventOf(before: Head | undefined, after: Head, at: string): BusEvent | undefined {
  if (before?.version === after.version) return undefined;
  const { id, version, live, work } = after;
  const common = { schema: 1 as const, id, version, edition: live?.edition ?? 0, at };
  if (isLive(after) && live?.edition !== before?.live?.edition) return publicEvent(after);
  const { language, type } = work ?? live ?? { language: '', type: '' };
  return { 'detail-type': 'Statement Changed', detail: { ...common, language, type } };
}

/** The event that tells of a statement's newest edition. */
export function publicEvent({ id, version, live }: LiveHead): BusEvent {
  const { edition, language, type, path, title, lastChange, significance = 'major' } = live;
  return {
    'detail-type': edition === 1 ? 'Statement Published' : 'Statement Corrected',
    detail: { schema: 1, id, version, edition, language, type, path, title, significance, at: lastChange },
  };
}
