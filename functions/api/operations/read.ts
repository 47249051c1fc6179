import { interleaved } from '../../../shared/statement/audit.ts';
import { asReadBy } from '../../../shared/statement/readers.ts';
import { readPreviewTrails } from '../../../shared/table/previews.ts';
import { readTrail } from '../../../shared/table/records.ts';
import { statementAnswer } from '../answers.ts';
import type { EntryView } from '../contract/answers.ts';
import { findAnyHead, findVisibleHead, readBodies } from '../find.ts';
import { type Operation, table } from '../operation.ts';
import { idOf } from '../request.ts';

/** `GET /statements/{id}`: the statement with its texts. */
export const readStatement: Operation = async ({ event, caller }) => {
  const head = await findVisibleHead(idOf(event), caller);
  return statementAnswer(head, caller, await readBodies(asReadBy(head, caller)));
};

/** `GET /statements/{id}/history`: its audit trail and those of its previews, newest first; deleted or not. */
export const readHistory: Operation = async ({ event, caller }) => {
  const head = await findAnyHead(idOf(event), caller);
  const trails = await Promise.all([readTrail(table, head), readPreviewTrails(table, head.id)]);
  return {
    status: 200,
    body: {
      items: interleaved(...trails).map(({ text: _, request: __, ...entry }): EntryView => entry),
      next: null,
    },
  };
};
