import { randomBytes } from 'node:crypto';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { env } from '../../shared/env.ts';
import type { Answer } from '../../shared/http.ts';
import { sha256 } from '../../shared/statement/audit.ts';
import type { Act } from '../../shared/statement/change.ts';
import type { Caller } from '../../shared/statement/roles.ts';
import { tableOf } from '../../shared/table.ts';
import { answerSeal } from './answer-seal.ts';
import { callerOf } from './caller.ts';
import { once } from './idempotency.ts';
import { idempotencyKeyOf, rawBody } from './request.ts';

const { TABLE_NAME, SEARCH_TABLE, ORIGIN } = env('TABLE_NAME', 'SEARCH_TABLE', 'ORIGIN');
export const table = tableOf(TABLE_NAME);
export const stores = { table, search: tableOf(SEARCH_TABLE) };
export const origin = ORIGIN;

/** One call: its event, who calls, and the act that it would be in the audit trail. */
export type Call = { event: APIGatewayProxyEventV2; caller: Caller; act: Act; resumed: boolean };
export type Operation = (call: Call) => Promise<Answer>;

/** Carries an operation out as the caller of the event; a POST with an Idempotency-Key only once. */
export async function perform(event: APIGatewayProxyEventV2, operation: Operation): Promise<Answer> {
  const caller = callerOf(event);
  const key = event.requestContext.http.method === 'POST' ? idempotencyKeyOf(event) : undefined;
  const asked = JSON.stringify([caller.sub, caller.client, key]);
  const request = key === undefined ? undefined : sha256(asked);
  const act = {
    caller,
    at: new Date().toISOString(),
    change: randomBytes(8).toString('hex'),
    request,
    requestId: event.requestContext.requestId,
  };
  if (request === undefined) return operation({ event, caller, act, resumed: false });
  const fingerprint = sha256(JSON.stringify([event.rawPath, rawBody(event)]));
  const seal = answerSeal(asked);
  return once(table, request, { fingerprint, seal }, (resumed) => operation({ event, caller, act, resumed }));
}
