import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Problem } from '../../shared/errors.ts';
import { logger } from '../../shared/logger.ts';
import { notePublication, noteScheduleFailed } from '../../shared/metrics.ts';
import { checkAgainstSite } from '../../shared/statement/accept.ts';
import type { Act, Change } from '../../shared/statement/change.ts';
import { requireLegal } from '../../shared/statement/permission.ts';
import {
  failScheduled,
  isScheduled,
  millisecondsLeft,
  publishScheduled,
  type Scheduled,
} from '../../shared/statement/scheduling.ts';
import type { Head, KeptContent } from '../../shared/statement/statement.ts';
import { commit } from '../../shared/table/commit.ts';
import { giveBackDue, takeDue } from '../../shared/table/due.ts';
import { readHead } from '../../shared/table/heads.ts';
import { readText } from '../../shared/table/records.ts';
import { takeForRelease } from '../../shared/table/release.ts';
import type { Table } from '../../shared/table.ts';
import { site } from '../../shared/this-site.ts';

/** What is due within this time is waited for. */
export const mostWaitMilliseconds = 1000;

/**
 * Publishes a statement at its second, or says on it why it can't go out; and again if it moved meanwhile. What is due
 * later is left alone. Answers whether nothing is left to be done: somebody else may be at it.
 */
export async function publishDue(table: Table, known: Scheduled): Promise<boolean> {
  for (let head: Head | undefined = known; isDue(head); head = await readHead(table, known.id)) {
    const whose = await takeDue(table, head);
    if (whose === 'taken') return false;
    if (whose === 'own' && (await carryOut(table, head))) return true;
  }
  return true;
}

const isDue = (head: Head | undefined): head is Scheduled =>
  head !== undefined && isScheduled(head) && millisecondsLeft(head) <= mostWaitMilliseconds;

/** Answers whether this was the head's next change. What fails otherwise is anybody's to try again. */
async function carryOut(table: Table, head: Scheduled): Promise<boolean> {
  try {
    const content = await readText(table, head.id, head.work.text);
    while (millisecondsLeft(head) > 0) await pause(millisecondsLeft(head));
    const { change, act } = await decide(table, head, content);
    await commit(table, change, act);
    if (change.record) notePublication();
    else noteScheduleFailed();
    return true;
  } catch (error) {
    if (error instanceof Problem && error.code === 'stale-version') return false;
    await giveBackDue(table, head);
    throw error;
  }
}

/** The publication; or, for what the rules refuse and will refuse again, its failure. */
async function decide(
  table: Table,
  head: Scheduled,
  content: KeptContent,
): Promise<{ change: Change; act: Act }> {
  const { id, version, live, work, requestId } = head;
  const now: Act = {
    caller: work.schedule.by,
    at: new Date().toISOString(),
    change: randomBytes(8).toString('hex'),
    requestId,
  };
  try {
    requireLegal('publish', head);
    checkAgainstSite(site, content);
    const { taken, act } = await takeForRelease(
      table,
      site,
      { id, version: version + 1, content, live },
      now,
    );
    return { change: publishScheduled(head, content, taken, act), act };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    logger.warn('could not go out', { statement: id, code: error.code });
    return { change: failScheduled(head, error.message, now), act: now };
  }
}
