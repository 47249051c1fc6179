import { renderStatement } from '../../../shared/rendering.ts';
import { acceptNew } from '../../../shared/statement/accept.ts';
import { dayIn } from '../../../shared/statement/day.ts';
import { firstEdition } from '../../../shared/statement/lifecycle.ts';
import { slugOf } from '../../../shared/statement/paths.ts';
import { isLive, publicListing } from '../../../shared/statement/public.ts';
import { textOf } from '../../../shared/statement/reading.ts';
import { requireRole } from '../../../shared/statement/roles.ts';
import { latestLength, newestLive } from '../../../shared/table/lists.ts';
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
  const newest = await newestLive(table, content.language, 'date', latestLength);
  const statement = { ...publicListing({ id, live }), body: content.body };
  const { page } = renderStatement(statement, newest.filter(isLive).map(publicListing), new Date(act.at));
  return { status: 200, headers: { 'Content-Type': 'text/html; charset=utf-8' }, body: page };
};
