import * as z from 'zod';
import { isPublic, type PublicHead } from './statement/public.ts';
import type { Scheduled } from './statement/scheduling.ts';
import type { Head, PublicAction } from './statement/statement.ts';

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
  /** The id of the API's request that made the change, as logs have it. */
  requestId: z.string().optional(),
};

/** What an event says of a statement whose public part changed. */
export const PublicDetail = z.object({
  ...common,
  edition: z.int(),
  path: z.string(),
  title: z.string(),
  significance: z.enum(['minor', 'major']),
});

/** What an event says of private work: that there was a change, the state of the work copy, and none of its words. */
export const PrivateDetail = z.object({ ...common, edition: z.int(), state: z.string().optional() });

/** What an event says of a statement whose newest public version is on the site, its page and its lists. */
export const ReadableDetail = z.object(common);

/** What the sweep says of a schedule that is due soon, or was. */
export const DueDetail = z.object(common).pick({ id: true, language: true, requestId: true });

/** What a rebuild says of a statement: whatever the site has of it is to be made again. */
export const OutdatedDetail = z.object(common).pick({ id: true, language: true });

/** What the sweep says when the lists of a language are missing or of another build. */
export const ListsDetail = z.object({ language: z.string() });

export const BusEvent = z.discriminatedUnion('detail-type', [
  z.object({ 'detail-type': z.enum(publicDetailTypes), detail: PublicDetail }),
  z.object({ 'detail-type': z.literal('Statement Changed'), detail: PrivateDetail }),
  z.object({ 'detail-type': z.literal('Statement Readable'), detail: ReadableDetail }),
  z.object({ 'detail-type': z.literal('Publication Due'), detail: DueDetail }),
  z.object({ 'detail-type': z.literal('Statement Outdated'), detail: OutdatedDetail }),
  z.object({ 'detail-type': z.literal('Lists Outdated'), detail: ListsDetail }),
]);
export type BusEvent = z.output<typeof BusEvent>;

/**
 * The event of a change of a statement's head: of its public part if that changed, else of private work; or that what is
 * public is on the site now. Undefined if only other marks on its head changed. `at` is when it was made.
 */
export function eventOf(before: Head | undefined, after: Head, at: string): BusEvent | undefined {
  if (before?.version === after.version)
    return before.pending && !after.pending && isPublic(after) ? readableEvent(after, at) : undefined;
  if (isPublic(after) && after.live.record !== before?.live?.record) return publicEvent(after);
  return changedEvent(after, at, before);
}

function readableEvent({ id, version, live, requestId }: PublicHead, at: string): BusEvent {
  const { language, type } = live;
  const detail = { schema: 1 as const, id, version, language, type, at, requestId };
  return { 'detail-type': 'Statement Readable', detail };
}

/** The event that tells of private work on a statement: that there was some, at an instant. */
export function changedEvent(
  { id, version, live, work, requestId }: Head,
  at: string,
  before?: Head,
): BusEvent {
  const { language, type } = work ?? live ?? before?.work ?? { language: '', type: '' };
  return {
    'detail-type': 'Statement Changed',
    detail: {
      schema: 1,
      id,
      version,
      edition: live?.edition ?? 0,
      state: work?.state,
      language,
      type,
      at,
      requestId,
    },
  };
}

/** What logs are searched for: the statements that some events tell of, and the API's requests behind them. */
export function traceOf(events: BusEvent[]): { statements: string[]; requestIds: string[] } {
  const told = events.flatMap(({ detail }) => ('id' in detail ? [detail] : []));
  const requestIds = told.flatMap((detail) => ('requestId' in detail && detail.requestId) || []);
  return { statements: [...new Set(told.map(({ id }) => id))], requestIds: [...new Set(requestIds)] };
}

/** What tells of a schedule that is due soon, or was. */
export const dueEvent = ({ id, work, requestId }: Scheduled): BusEvent => ({
  'detail-type': 'Publication Due',
  detail: { id, language: work.language, requestId },
});

/** A public note said anew is a correction of its edition: the same number, and minor. */
const detailTypes: Record<PublicAction, (typeof publicDetailTypes)[number]> = {
  publish: 'Statement Published',
  correct: 'Statement Corrected',
  restore: 'Statement Restored',
  withdraw: 'Statement Withdrawn',
  'amend-note': 'Statement Corrected',
};

/** The event that tells of the newest thing that was done in public to a statement. */
export function publicEvent({ id, version, live, requestId }: PublicHead): BusEvent {
  const { act, edition, language, type, path, title, lastChange } = live;
  const significance = act === 'amend-note' ? 'minor' : act === 'withdraw' ? 'major' : live.significance;
  return {
    'detail-type': detailTypes[act],
    detail: {
      schema: 1,
      id,
      version,
      edition,
      language,
      type,
      path,
      title,
      significance: significance ?? 'major',
      at: lastChange,
      requestId,
    },
  };
}
