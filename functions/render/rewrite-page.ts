import { pageObject } from '../../shared/keys.ts';
import { writeObjects } from '../../shared/site.ts';
import { isPublic } from '../../shared/statement/public.ts';
import type { Head } from '../../shared/statement/statement.ts';
import type { Table } from '../../shared/table.ts';
import { haveMoved, presentObjects, type Told, tellOf } from './rendition.ts';

/**
 * Writes the page of a statement that didn't change itself, but for what it says of others; and again if it, or one of
 * its translations, moved meanwhile. `without` is a statement that has to leave its latest block, which only the page
 * has.
 */
export async function rewritePage(
  table: Table,
  bucket: string,
  head: Head,
  { origin, without }: { origin: string; without?: string },
): Promise<void> {
  for (let now: Head | undefined = head; now && isPublic(now); ) {
    const { path } = now.live;
    const told: Told = await tellOf(table, now, origin, without);
    const objects = await presentObjects(table, told);
    await writeObjects(
      bucket,
      objects.filter(({ key }) => !without || key === pageObject(path)),
    );
    now = await haveMoved(table, told);
  }
}
