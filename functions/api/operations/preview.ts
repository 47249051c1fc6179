import { renderStatement } from '../../../shared/rendering.ts';
import { acceptNew } from '../../../shared/statement/accept.ts';
import { dayIn } from '../../../shared/statement/day.ts';
import { publicListing } from '../../../shared/statement/public.ts';
import { previewOf } from '../../../shared/statement/publishing.ts';
import { textOf } from '../../../shared/statement/reading.ts';
import { slugOf } from '../../../shared/statement/slugs.ts';
import { latestListings } from '../../../shared/table/lists.ts';
import { site } from '../../../shared/this-site.ts';
import { describeAttachments } from '../describe-attachments.ts';
import { type Operation, table } from '../operation.ts';
import { jsonBody } from '../request.ts';

/** `POST /preview`: the body of a new statement in, the reader's page of it out; nothing is stored. */
export const previewStatement: Operation = async ({ event, act }) => {
  const accepted = acceptNew(site, jsonBody(event), dayIn(site.timeZone, new Date(act.at)));
  const content = await describeAttachments(accepted.content);
  const id = act.change;
  const slug = content.slug ?? slugOf(content.title, { type: content.type, id });
  const live = previewOf(textOf(site, content), slug, act);
  const latest = await latestListings(table, content.language);
  const statement = { ...publicListing({ id, live }), body: content.body };
  const { page } = renderStatement(statement, { latest, now: new Date(act.at), translations: [] });
  return { status: 200, headers: { 'Content-Type': 'text/html; charset=utf-8' }, body: page };
};
