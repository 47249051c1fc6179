import type * as z from 'zod';
import { notePublication } from '../../../shared/metrics.ts';
import { parse } from '../../../shared/statement/accept.ts';
import {
  type ActionBodies,
  actionBodies,
  type PostedAction,
} from '../../../shared/statement/action-bodies.ts';
import { OverrideRequest, permit } from '../../../shared/statement/permission.ts';
import type { Head } from '../../../shared/statement/statement.ts';
import { commit } from '../../../shared/table/commit.ts';
import { readTrail } from '../../../shared/table/records.ts';
import { site } from '../../../shared/this-site.ts';
import { changes } from '../actions.ts';
import { statementAnswer } from '../answers.ts';
import { findHeadAt, findVisibleHead, readBodies } from '../find.ts';
import { type Call, type Operation, table } from '../operation.ts';
import { actionBody, idOf } from '../request.ts';

/** `POST /statements/{id}/{action}`: whatever the table of transitions knows and needs no call of its own. */
export const actOn =
  <Name extends PostedAction>(action: Name): Operation =>
  async (call) => {
    const { caller } = call;
    const head = (await doneBefore(call)) ?? (await carryOut(action, call));
    return statementAnswer(head, caller, await readBodies(head));
  };

async function carryOut<Name extends PostedAction>(
  action: Name,
  { event, caller, act }: Call,
): Promise<Head> {
  const body: z.ZodType<ActionBodies[Name]> = actionBodies[action];
  const said = parse(body, actionBody(event));
  const head = await findHeadAt({ event, caller });
  const override = permit(action, head, act, site.review, OverrideRequest.parse(said));
  const change = await changes[action]({ head, said, act, override });
  const changed = await commit(table, change, act);
  if (change.record && 'digest' in change.record) notePublication();
  return changed;
}

/** The statement, if an earlier try of this request died after its change had committed. */
async function doneBefore({ event, caller, act, resumed }: Call): Promise<Head | undefined> {
  if (!resumed) return undefined;
  const head = await findVisibleHead(idOf(event), caller);
  const trail = await readTrail(table, head);
  return trail.some((entry) => entry.request === act.request) ? head : undefined;
}
