import { acceptPatch } from '../../../shared/statement/accept.ts';
import * as lifecycle from '../../../shared/statement/lifecycle.ts';
import { textOf } from '../../../shared/statement/reading.ts';
import { requireRole } from '../../../shared/statement/roles.ts';
import { commit } from '../../../shared/table/commit.ts';
import { readText } from '../../../shared/table/records.ts';
import { site } from '../../../shared/this-site.ts';
import { statementAnswer } from '../answers.ts';
import { findHeadAt, readBodies } from '../find.ts';
import { type Operation, origin, table } from '../operation.ts';
import { jsonBody } from '../request.ts';

/** `PATCH /statements/{id}`: a merge patch of the work copy, which is made from the live text if there is none. */
export const editStatement: Operation = async ({ event, caller, act }) => {
  requireRole(caller, 'edit', site.review);
  const head = await findHeadAt(event);
  const patch = jsonBody(event, ['application/merge-patch+json', 'application/json']);
  const current = head.work ?? head.live;
  const before = current && (await readText(table, head.id, current.text));
  const content = acceptPatch(site, before, patch);
  const changed = await commit(table, lifecycle.edit(head, textOf(site, content), act), act);
  const { live } = await readBodies({ ...changed, work: undefined });
  return statementAnswer(changed, origin, { live, work: content.body });
};
