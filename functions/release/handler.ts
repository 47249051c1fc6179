import { env } from '../../shared/env.ts';
import { dueEvent } from '../../shared/events.ts';
import { mostSecondsLater, sendLater } from '../../shared/later.ts';
import { queueHandler } from '../../shared/queue.ts';
import { isScheduled, millisecondsLeft, punctualSeconds } from '../../shared/statement/scheduling.ts';
import { readHead } from '../../shared/table/heads.ts';
import { tableOf } from '../../shared/table.ts';
import { catchUp } from './catch-up.ts';
import { mostWaitMilliseconds, publishDue } from './publish-due.ts';

const { TABLE_NAME, RELEASE_QUEUE } = env('TABLE_NAME', 'RELEASE_QUEUE');
const table = tableOf(TABLE_NAME);

/** Publishes each scheduled statement that a batch tells of, at its second, by what the statement's head says. */
export const handler = queueHandler(
  ({ detail }) => ('id' in detail ? detail.id : ''),
  async ([event]) => {
    if (event && 'id' in event.detail) await release(event.detail.id);
  },
);

/**
 * What is due within a second is waited for. What is due within a quarter of an hour comes again then, too early by less
 * than a second; what is due later is the sweep's. What is late lets those go first that were due before it.
 */
async function release(id: string): Promise<void> {
  const head = await readHead(table, id);
  if (!head || !isScheduled(head)) return;
  const left = millisecondsLeft(head);
  const seconds = Math.floor(left / 1000);
  if (seconds > mostSecondsLater) return;
  if (left > mostWaitMilliseconds) return sendLater(RELEASE_QUEUE, dueEvent(head), seconds);
  const isItsTurn = left > -punctualSeconds * 1000 || (await catchUp(table, head));
  const isOut = isItsTurn && (await publishDue(table, head));
  // Whoever is at it, or at one before it, has done it then, or has died.
  if (!isOut) await sendLater(RELEASE_QUEUE, dueEvent(head), 1);
}
