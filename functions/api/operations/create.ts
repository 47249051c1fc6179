import { Problem } from '../../../shared/errors.ts';
import { notePublication } from '../../../shared/metrics.ts';
import { acceptNew } from '../../../shared/statement/accept.ts';
import { dayIn } from '../../../shared/statement/day.ts';
import * as drafting from '../../../shared/statement/drafting.ts';
import { permit } from '../../../shared/statement/permission.ts';
import { createPublished } from '../../../shared/statement/publishing.ts';
import { textOf } from '../../../shared/statement/reading.ts';
import type { Head } from '../../../shared/statement/statement.ts';
import { commit } from '../../../shared/table/commit.ts';
import { readHead } from '../../../shared/table/heads.ts';
import { takeForRelease } from '../../../shared/table/release.ts';
import { site } from '../../../shared/this-site.ts';
import { statementAnswer } from '../answers.ts';
import { describeAttachments } from '../describe-attachments.ts';
import { present, readBodies } from '../find.ts';
import { newId } from '../new-id.ts';
import { type Operation, table } from '../operation.ts';
import { takeItsLanguage } from '../original.ts';
import { jsonBody } from '../request.ts';

/** `POST /statements`: a new statement, published in the same call if it asks for that. */
export const createStatement: Operation = async ({ event, caller, act, resumed }) => {
  const accepted = acceptNew(site, jsonBody(event), dayIn(site.timeZone, new Date(act.at)));
  const id = newId(act, 20);
  const made = act.request && (await readHead(table, id));
  if (made && resumed) return statementAnswer(present(made), caller, await readBodies(made), 201);
  if (made) refuseAnother(made);

  const { publish, restrictedTo } = accepted;
  const content = await describeAttachments(accepted.content);
  const text = textOf(site, content);
  if (content.translationOf !== undefined) await takeItsLanguage({ id, at: act.at }, content, caller);
  const draft = drafting.create(id, text, act, restrictedTo);
  if (!publish) return statementAnswer(await commit(table, draft, act), caller, { work: content.body }, 201);

  permit('publish', draft.after, act, site.review);
  const { taken, act: dated } = await takeForRelease(table, site, { id, version: 1, content }, act);
  const head = await commit(table, createPublished(id, text, taken, dated), dated);
  notePublication();
  return statementAnswer(head, caller, { live: content.body }, 201);
};

/** A key that the server has forgotten, after a day or a refusal, is still that of the statement that it made. */
function refuseAnother(made: Head): never {
  present(made);
  throw new Problem(
    'idempotency-mismatch',
    'This Idempotency-Key made a statement before. A new statement needs a new key.',
  );
}
