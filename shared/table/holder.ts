import * as keys from '../keys.ts';
import type { Head } from '../statement/statement.ts';
import type { Table } from '../table.ts';
import { Claim } from './claims.ts';
import { readHead } from './heads.ts';

/** The head of the statement that has taken an address, whether it is there now, was or will be. */
export async function readHolder(table: Table, path: string): Promise<Head | undefined> {
  const item = await table.get({ pk: keys.pathKey(path), sk: keys.pathSort });
  return item && readHead(table, Claim.parse(item).id);
}
