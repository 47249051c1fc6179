import * as keys from '../keys.ts';
import type { Head } from '../statement/statement.ts';
import { isInGroup } from '../statement/translations.ts';
import type { Table } from '../table.ts';
import { Claim, takeClaim } from './claims.ts';
import { readHead } from './heads.ts';
import { isOver } from './tries.ts';

/**
 * Takes a language of an original for a statement, unless another one translates it into that language, or may yet: what
 * a try that died has taken is free after a while. Answers the id of the statement that has it now.
 */
export async function takeTranslation(
  table: Table,
  { original, language, ...claim }: Claim & { original: string; language: string },
): Promise<string> {
  const key = { pk: keys.translationsKey(original), sk: keys.translationSort(language) };
  const { id } = await takeClaim(table, key, claim, (holder) =>
    isFree(table, original, language, holder, claim.at),
  );
  return id;
}

async function isFree(
  table: Table,
  original: string,
  language: string,
  { id, at }: Claim,
  now: string,
): Promise<boolean> {
  const head = await readHead(table, id);
  if (head?.deleted) return true;
  const parts = [head?.live, head?.work];
  return (
    isOver(at, now) && !parts.some((one) => one?.translationOf === original && one.language === language)
  );
}

/** The statements of a group, the original first, consistently; those that were deleted or left it are not. */
export async function readGroup(table: Table, original: string): Promise<Head[]> {
  const { items } = await table.query({
    KeyConditionExpression: 'pk = :statement AND begins_with(sk, :prefix)',
    ExpressionAttributeValues: {
      ':statement': keys.translationsKey(original),
      ':prefix': keys.translationSort(''),
    },
    ConsistentRead: true,
  });
  const ids = new Set([original, ...items.map((item) => Claim.parse(item).id)]);
  const heads = await Promise.all([...ids].map((id) => readHead(table, id)));
  return heads.filter((head) => head !== undefined).filter((head) => isInGroup(head, original));
}
