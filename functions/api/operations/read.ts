import { requireRole } from '../../../shared/statement/roles.ts';
import { readTrail } from '../../../shared/table/records.ts';
import { site } from '../../../shared/this-site.ts';
import { statementAnswer } from '../answers.ts';
import { findHead, readBodies } from '../find.ts';
import { type Operation, origin, table } from '../operation.ts';
import { idOf } from '../request.ts';

/** `GET /statements/{id}`: the statement with its texts. */
export const readStatement: Operation = async ({ event, caller }) => {
  requireRole(caller, 'read', site.review);
  const head = await findHead(idOf(event));
  return statementAnswer(head, origin, await readBodies(head));
};

/** `GET /statements/{id}/history`: the audit trail, newest first. */
export const readHistory: Operation = async ({ event, caller }) => {
  requireRole(caller, 'read', site.review);
  const trail = await readTrail(table, await findHead(idOf(event)));
  return {
    status: 200,
    body: { items: trail.map(({ text: _, request: __, ...entry }) => entry), next: null },
  };
};
