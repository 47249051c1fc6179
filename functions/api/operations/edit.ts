import { Problem } from '../../../shared/errors.ts';
import { acceptPatch } from '../../../shared/statement/accept.ts';
import { edit } from '../../../shared/statement/drafting.ts';
import { permit } from '../../../shared/statement/permission.ts';
import { textOf } from '../../../shared/statement/reading.ts';
import { commit } from '../../../shared/table/commit.ts';
import { readText } from '../../../shared/table/records.ts';
import { site } from '../../../shared/this-site.ts';
import { statementAnswer } from '../answers.ts';
import { describeAttachments } from '../describe-attachments.ts';
import { findHeadAt, readBodies } from '../find.ts';
import { type Operation, table } from '../operation.ts';
import { takeItsLanguage } from '../original.ts';
import { jsonBody } from '../request.ts';

/** `PATCH /statements/{id}`: a merge patch of the work copy, which is made from the live text if there is none. */
export const editStatement: Operation = async ({ event, caller, act }) => {
  const head = await findHeadAt({ event, caller });
  const patch = jsonBody(event, ['application/merge-patch+json', 'application/json']);
  permit('edit', head, act, site.review);
  const current = head.work ?? head.live;
  const before = current && (await readText(table, head.id, current.text));
  const content = await describeAttachments(acceptPatch(site, before, patch));
  if (head.live && content.language !== head.live.language)
    throw new Problem(
      'illegal-transition',
      'The language of something public stays as it is. Create a statement that is its translation.',
    );
  if (content.translationOf !== before?.translationOf || content.language !== before?.language)
    await takeItsLanguage({ id: head.id, at: act.at }, content, caller);
  const changed = await commit(table, edit(head, textOf(site, content), act), act);
  const { live } = await readBodies({ ...changed, work: undefined });
  return statementAnswer(changed, caller, { live, work: content.body });
};
