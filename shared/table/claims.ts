import * as z from 'zod';
import type { Key, Table } from '../table.ts';

/** Who takes something that one statement alone can have: the id of the statement, at an instant. */
export const Claim = z.object({ id: z.string(), at: z.string() });
export type Claim = z.output<typeof Claim>;

/**
 * Takes something for a statement, unless another has it that `isFree` doesn't say has left it. Answers who has it now.
 * One's own is taken anew as well, or somebody else could have it in the middle of this try.
 */
export async function takeClaim(
  table: Table,
  key: Key,
  claim: Claim,
  isFree: (holder: Claim) => Promise<boolean>,
): Promise<Claim> {
  const item = { ...key, ...claim };
  const { inTheWay } = await table.put(item, { expression: 'attribute_not_exists(pk)' });
  if (!inTheWay) return claim;
  const holder = Claim.parse(inTheWay);
  if (holder.id !== claim.id && !(await isFree(holder))) return holder;
  const again = await table.put(item, {
    expression: '#id = :id AND #at = :at',
    names: { '#id': 'id', '#at': 'at' },
    values: { ':id': holder.id, ':at': holder.at },
  });
  return again.inTheWay ? Claim.parse(again.inTheWay) : claim;
}
