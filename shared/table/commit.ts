import { Problem } from '../errors.ts';
import { entrySort } from '../keys.ts';
import { chainStart, seal } from '../statement/audit.ts';
import type { Act, Change } from '../statement/change.ts';
import type { Head } from '../statement/statement.ts';
import type { Table } from '../table.ts';
import { commitHead } from './heads.ts';
import { writeRecords } from './records.ts';

/**
 * Carries a change out: its immutable records first, then the head, with one conditional write. A crash in
 * between leaves records that nothing points to. Answers the new head; throws `stale-version` if the head
 * moved meanwhile.
 */
export async function commit(
  table: Table,
  { before, after, text, record, entry }: Change,
  act: Act,
): Promise<Head> {
  const sealed = seal(entry, before?.lastEntry ?? chainStart);
  await writeRecords(table, {
    id: after.id,
    ...(text && entry.text && { text: { sort: entry.text, value: text } }),
    ...(record && after.live && { record: { sort: after.live.record, value: record } }),
    entry: { sort: entrySort(entry.version, act.change), value: sealed },
  });
  const head = { ...after, lastEntry: sealed.hash, requestId: act.requestId, unindexed: act.at };
  const inTheWay = await commitHead(table, head);
  if (inTheWay) throw staleVersion(inTheWay);
  return head;
}

/** The refusal of a change that was based on an older version; carries the current ETag. */
export function staleVersion(current: Head): Problem {
  return new Problem(
    'stale-version',
    `The statement is at version ${current.version} now. Read it again, then repeat your change.`,
    {
      headers: { ETag: etagOf(current) },
    },
  );
}

/** A statement's ETag (RFC 9110, section 8.8.3): its version. */
export const etagOf = ({ version }: Pick<Head, 'version'>): string => `"${version}"`;
