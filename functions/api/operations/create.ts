import { randomBytes } from 'node:crypto';
import { notePublication } from '../../../shared/metrics.ts';
import { acceptNew } from '../../../shared/statement/accept.ts';
import { dayIn } from '../../../shared/statement/day.ts';
import * as lifecycle from '../../../shared/statement/lifecycle.ts';
import { textOf } from '../../../shared/statement/reading.ts';
import { requireReviewed, requireRole } from '../../../shared/statement/roles.ts';
import { commit } from '../../../shared/table/commit.ts';
import { readHead } from '../../../shared/table/heads.ts';
import { site } from '../../../shared/this-site.ts';
import { takeSlug } from '../address.ts';
import { statementAnswer } from '../answers.ts';
import { readBodies } from '../find.ts';
import { type Operation, origin, table } from '../operation.ts';
import { jsonBody } from '../request.ts';

/** `POST /statements`: a new statement, published in the same call if it asks for that. */
export const createStatement: Operation = async ({ event, caller, act, resumed }) => {
  requireRole(caller, 'create', site.review);
  const { content, publish } = acceptNew(site, jsonBody(event), dayIn(site.timeZone, new Date(act.at)));
  if (publish) {
    requireRole(caller, 'publish', site.review);
    requireReviewed('draft', site.review);
  }
  // An id that follows from the Idempotency-Key lets a retry find what a try that died had made.
  const id = act.request?.slice(0, 20) ?? randomBytes(10).toString('hex');
  const made = resumed ? await readHead(table, id) : undefined;
  if (made) return statementAnswer(made, origin, await readBodies(made), 201);

  const text = textOf(site, content);
  const change = publish
    ? lifecycle.createPublished(id, text, await takeSlug(id, content), act)
    : lifecycle.create(id, text, act);
  const head = await commit(table, change, act);
  if (publish) notePublication();
  return statementAnswer(head, origin, publish ? { live: content.body } : { work: content.body }, 201);
};
