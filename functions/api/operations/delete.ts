import { remove } from '../../../shared/statement/drafting.ts';
import { permit } from '../../../shared/statement/permission.ts';
import { commit } from '../../../shared/table/commit.ts';
import { site } from '../../../shared/this-site.ts';
import { findHeadAt } from '../find.ts';
import { type Operation, table } from '../operation.ts';

/** `DELETE /statements/{id}`: only of what was never public; its history stays. */
export const deleteStatement: Operation = async ({ event, caller, act }) => {
  const head = await findHeadAt({ event, caller });
  permit('delete', head, act, site.review);
  await commit(table, remove(head, act), act);
  return { status: 204 };
};
