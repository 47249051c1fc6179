import * as keys from '../keys.ts';
import { isScheduled, type Scheduled } from '../statement/scheduling.ts';
import type { Table } from '../table.ts';
import { headOf } from './head-item.ts';
import { updateMarks } from './marks.ts';

/** The heads whose work copies are due before an instant, the first of them first. The index may be late. */
export async function* dueBefore(table: Table, instant: string): AsyncGenerator<Scheduled> {
  for (let after = ''; ; ) {
    const { items, next } = await table.query({
      IndexName: 'due',
      KeyConditionExpression: 'due = :due AND dueAt BETWEEN :after AND :before',
      ExpressionAttributeValues: { ':due': keys.allDue, ':after': `${after} `, ':before': instant },
    });
    yield* items.map(headOf).filter(isScheduled);
    if (!next) return;
    after = String(items.at(-1)?.dueAt);
  }
}

/** Longer than a publication takes: who has taken it for so long has died. If not, its commit finds the head moved. */
const takenMilliseconds = 15_000;

/**
 * Takes what is due for oneself, so that of all who were told of it one publishes it, and no other wastes a reference.
 * Answers `moved` if the head is no longer at this version, and `taken` if somebody else is at it.
 */
export async function takeDue(table: Table, head: Scheduled): Promise<'own' | 'taken' | 'moved'> {
  const { inTheWay } = await updateMarks(table, head, 'SET takenUntil = :until', {
    and: '(attribute_not_exists(takenUntil) OR takenUntil < :now)',
    values: { ':now': Date.now(), ':until': Date.now() + takenMilliseconds },
  });
  if (!inTheWay) return 'own';
  return headOf(inTheWay).version === head.version ? 'taken' : 'moved';
}

/** Gives back what one has taken and could not publish. */
export async function giveBackDue(table: Table, head: Scheduled): Promise<void> {
  await updateMarks(table, head, 'REMOVE takenUntil');
}
