import { renderStatement } from '../../../shared/rendering.ts';
import { acceptNew } from '../../../shared/statement/accept.ts';
import { dayIn } from '../../../shared/statement/day.ts';
import { firstEdition } from '../../../shared/statement/lifecycle.ts';
import { slugOf } from '../../../shared/statement/paths.ts';
import { publicListing } from '../../../shared/statement/public.ts';
import { textOf } from '../../../shared/statement/reading.ts';
import { requireRole } from '../../../shared/statement/roles.ts';
import { latestListings } from '../../../shared/table/lists.ts';
import { site } from '../../../shared/this-site.ts';
import { type Operation, table } from '../operation.ts';
import { jsonBody } from '../request.ts';

/** `POST /preview`: the body of a new statement in, the reader's page of it out; nothing is stored. */
export const previewStatement: Operation = async ({ event, caller, act }) => {
  requireRole(caller, 'create', site.review);
  const { content } = acceptNew(site, jsonBody(event), dayIn(site.timeZone, new Date(act.at)));
  const id = act.change;
  const slug = content.slug ?? slugOf(content.title, { type: content.type, id });
  const live = firstEdition(textOf(site, content), '', slug, act.at);
  const latest = await latestListings(table, content.language);
  const statement = { ...publicListing({ id, live }), body: content.body };
  const { page } = renderStatement(statement, latest, new Date(act.at));
  return { status: 200, headers: { 'Content-Type': 'text/html; charset=utf-8' }, body: page };
};
