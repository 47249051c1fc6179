import * as z from 'zod';
import { Problem } from '../../../shared/errors.ts';
import { parse } from '../../../shared/statement/accept.ts';
import { requireRole } from '../../../shared/statement/roles.ts';
import { workStates } from '../../../shared/statement/statement.ts';
import { listHeads } from '../../../shared/table/lists.ts';
import { site } from '../../../shared/this-site.ts';
import { statementView } from '../answers.ts';
import { type Operation, origin, table } from '../operation.ts';

const Query = z.strictObject({
  state: z.enum([...workStates, 'live']).optional(),
  type: z.string().optional(),
  language: z.string().optional(),
  topic: z.string().optional(),
  q: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
  cursor: z.string().max(200).optional(),
});

/** `GET /statements`: statements without their texts, the newest created first. */
export const listStatements: Operation = async ({ event, caller }) => {
  requireRole(caller, 'read', site.review);
  const { limit, cursor, q, ...filter } = parse(Query, event.queryStringParameters ?? {});
  const { heads, next } = await listHeads(
    table,
    { ...filter, words: q },
    limit,
    cursor && positionOf(cursor),
  );
  return {
    status: 200,
    body: { items: heads.map((head) => statementView(head, origin)), next: next ? cursorOf(next) : null },
  };
};

const cursorOf = (position: string) => Buffer.from(position).toString('base64url');

/** The position in a cursor: an instant and an id. Throws `invalid` for what is no cursor of ours. */
function positionOf(cursor: string): string {
  const position = Buffer.from(cursor, 'base64url').toString('utf8');
  if (/^\d{4}-\d\d-\d\dT[\d:.]+Z#[0-9a-f]{20}$/.test(position)) return position;
  throw new Problem('invalid', 'The cursor is not one that a list gave.', {
    errors: [{ pointer: '/cursor', detail: 'is not a cursor' }],
  });
}
