import { isWaitingFor } from '../../../shared/statement/permission.ts';
import { inState, mine, open } from '../../../shared/statement/postings.ts';
import { reachOf } from '../../../shared/statement/readers.ts';
import { type Head, workStates } from '../../../shared/statement/statement.ts';
import { listHeads } from '../../../shared/table/list-heads.ts';
import { countPostings } from '../../../shared/table/postings.ts';
import { site } from '../../../shared/this-site.ts';
import { type Operation, stores } from '../operation.ts';

/**
 * `GET /statements/counts`: how many statements stand in each list. What somebody has to do something about is counted
 * by its heads, as lists show it; what grows with the years (`live`, `withdrawn`, `mine`) in the index, and may be a
 * moment late.
 */
export const countStatements: Operation = async ({ caller }) => {
  const everything = {
    rounds: [[open]],
    isShown: (head: Head) => reachOf(head, caller) === 'all',
  };
  const [{ heads }, live, withdrawn, own] = await Promise.all([
    listHeads(stores, everything, Number.POSITIVE_INFINITY, undefined),
    ...[inState('live'), inState('withdrawn'), mine(caller)].map((term) =>
      countPostings(stores.search, term),
    ),
  ]);
  const states = workStates.map((state) => [state, heads.filter(({ work }) => work?.state === state).length]);
  const waiting = heads.filter((head) => isWaitingFor(head, caller, site.review)).length;
  return { status: 200, body: { ...Object.fromEntries(states), live, withdrawn, waiting, mine: own } };
};
