import { publicSort } from '../keys.ts';
import { type Act, type Change, changeOf } from './change.ts';
import type { WithLive } from './drafting.ts';
import { pendingSince } from './publishing.ts';
import type { Notice } from './statement.ts';

/** What a withdrawal says: why, whether the words stay readable, and the id of the statement that replaces it. */
export type WithdrawalNotice = Omit<Notice, 'at'>;

/** A notice takes the place of the text; withdrawing again changes the notice, and not since when it stands. */
export function withdraw(before: WithLive, notice: WithdrawalNotice, act: Act): Change {
  const { live, version } = before;
  const { at } = act;
  const since = live.withdrawn?.at ?? at;
  const record = publicSort(version + 1, act.change);
  const after = {
    ...live,
    withdrawn: { ...notice, at: since },
    lastMajorChange: live.withdrawn ? live.lastMajorChange : at,
    lastChange: at,
    act: 'withdraw' as const,
    record,
  };
  const { edition } = live;
  return {
    ...changeOf(before, 'withdraw', act, { live: after, pending: pendingSince(act) }, { ...notice, edition }),
    record: { action: 'withdraw', edition, version: version + 1, at, previous: live.record, ...notice },
  };
}

/** The public note of an edition is corrected in the open: its earlier wordings keep their records. */
export function amendNote(
  before: WithLive,
  { edition, note }: { edition: number; note: string },
  act: Act,
): Change {
  const { live, version } = before;
  const { at } = act;
  const after = {
    ...live,
    ...(edition === live.edition && { note }),
    lastChange: at,
    act: 'amend-note' as const,
    record: publicSort(version + 1, act.change),
  };
  return {
    ...changeOf(before, 'amend-note', act, { live: after, pending: pendingSince(act) }, { edition, note }),
    record: { action: 'amend-note', edition, note, version: version + 1, at, previous: live.record },
  };
}
