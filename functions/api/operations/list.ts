import { Problem } from '../../../shared/errors.ts';
import { parse } from '../../../shared/statement/accept.ts';
import { isFoundBy } from '../../../shared/statement/finders.ts';
import { isWaitingFor } from '../../../shared/statement/permission.ts';
import { askedFor, askedWords } from '../../../shared/statement/postings.ts';
import type { Head } from '../../../shared/statement/statement.ts';
import { soughtWords } from '../../../shared/statement/words.ts';
import { listDue } from '../../../shared/table/list-due.ts';
import { listHeads, type Place } from '../../../shared/table/list-heads.ts';
import { site } from '../../../shared/this-site.ts';
import { statementView } from '../answers.ts';
import { ListQuery } from '../contract/queries.ts';
import { type Operation, stores } from '../operation.ts';

/**
 * `GET /statements`: statements without their texts, the newest created first; of those that have the words of `q`,
 * the ones that have them in their title first. Of what is `due`, the first that is due comes first.
 */
export const listStatements: Operation = async ({ event, caller }) => {
  const { limit, cursor, q = '', due, ...filter } = parse(ListQuery, event.queryStringParameters ?? {});
  const asked = [...askedFor(filter, caller), ...(due ? askedFor({ state: 'scheduled' }, caller) : [])];
  const words = soughtWords(q);
  const rounds =
    words.length > 0
      ? (['title', 'text'] as const).map((where) => [...asked, ...askedWords(words, where)])
      : [asked];
  const isShown = (head: Head) =>
    isFoundBy(head, rounds, caller) && (!filter.waiting || isWaitingFor(head, caller, site.review));
  const list = due ? listDue : listHeads;
  const { heads, next } = await list(
    stores,
    { rounds, isShown },
    limit,
    cursor ? placeOf(cursor) : undefined,
  );
  return {
    status: 200,
    body: { items: heads.map((head) => statementView(head, caller)), next: next ? cursorOf(next) : null },
  };
};

const cursorOf = ({ round, position }: Place) => Buffer.from(`${round}#${position}`).toString('base64url');

/** The place in a cursor: a round, an instant and an id. Throws `invalid` for what is no cursor of ours. */
function placeOf(cursor: string): Place {
  const place = Buffer.from(cursor, 'base64url').toString('utf8');
  const [, round, position] = /^([01])#(\d{4}-\d\d-\d\dT[\d:.]+Z#[0-9a-f]{20})$/.exec(place) ?? [];
  if (position !== undefined) return { round: Number(round), position };
  throw new Problem('invalid', 'The cursor is not one that a list gave.', {
    errors: [{ pointer: '/cursor', detail: 'is not a cursor' }],
  });
}
