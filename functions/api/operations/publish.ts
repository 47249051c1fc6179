import * as z from 'zod';
import { notePublication } from '../../../shared/metrics.ts';
import { parse } from '../../../shared/statement/accept.ts';
import * as lifecycle from '../../../shared/statement/lifecycle.ts';
import { requireReviewed, requireRole } from '../../../shared/statement/roles.ts';
import { Significance } from '../../../shared/statement/statement.ts';
import { commit } from '../../../shared/table/commit.ts';
import { readText, readTrail } from '../../../shared/table/records.ts';
import { site } from '../../../shared/this-site.ts';
import { takeSlug } from '../address.ts';
import { statementAnswer } from '../answers.ts';
import { findHead, findHeadAt, readBodies } from '../find.ts';
import { type Operation, origin, table } from '../operation.ts';
import { actionBody, idOf } from '../request.ts';

/** The body of a publication: what a correction says in public; empty for a first one. */
const Publication = z.strictObject({
  note: z.string().trim().min(1).max(1000).optional(),
  significance: Significance.optional(),
});

/** `POST /statements/{id}/publish`: the work copy becomes what the public sees. */
export const publishStatement: Operation = async ({ event, caller, act, resumed }) => {
  requireRole(caller, 'publish', site.review);
  const said = parse(Publication, actionBody(event));
  if (resumed) {
    const head = await findHead(idOf(event));
    const trail = await readTrail(table, head);
    if (trail.some((entry) => entry.request === act.request))
      return statementAnswer(head, origin, await readBodies(head));
  }
  const head = await findHeadAt(event);
  const { work, live } = head;
  if (!work) throw lifecycle.nothingToPublish();
  requireReviewed(work.state, site.review);
  const content = await readText(table, head.id, work.text);
  const slug = live?.slug ?? (await takeSlug(head.id, content));
  const published = await commit(table, lifecycle.publish({ ...head, work }, content, slug, act, said), act);
  notePublication();
  return statementAnswer(published, origin, { live: content.body });
};
