import { logger } from '../../shared/logger.ts';
import { dueInstant, type Scheduled } from '../../shared/statement/scheduling.ts';
import { dueBefore } from '../../shared/table/due.ts';
import type { Table } from '../../shared/table.ts';
import { publishDue } from './publish-due.ts';

/** A batch has thirty seconds, and comes to an end before that. */
const mostMilliseconds = 8000;

/**
 * Publishes all that is due by now in the order of their times, if anything was due before a statement that is late.
 * Answers whether it is this one's turn then: somebody else may be at one of them already, or there may be too many.
 */
export async function catchUp(table: Table, late: Scheduled): Promise<boolean> {
  const started = Date.now();
  const [now, its] = [new Date().toISOString(), dueInstant(late)];
  let isFirst = true;
  for await (const head of dueBefore(table, now)) {
    if (isFirst && dueInstant(head) >= its) return true;
    isFirst = false;
    const isOut = await publishDue(table, head).catch((error) => passOver(head, error));
    if (!isOut || Date.now() - started > mostMilliseconds) return false;
  }
  return true;
}

/** One that fails holds up no other: it has a message of its own, which tries it again. */
function passOver({ id }: Scheduled, error: unknown): boolean {
  logger.error('failed', { statement: id, error });
  return true;
}
