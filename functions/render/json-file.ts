import { type Body, turnsOf } from '../../shared/markup/body.ts';
import type { PublicStatement } from '../../shared/statement/public.ts';

/** `index.json`: the statement as the site has it, with its address and its turns. */
export function jsonFile(origin: string, statement: PublicStatement, read: Body): string {
  return `${JSON.stringify({ ...statement, url: origin + statement.path, turns: turnsOf(read) }, null, 1)}\n`;
}
