import { Problem } from '../../shared/errors.ts';
import { numberedSlug, pathOf, slugOf } from '../../shared/statement/paths.ts';
import type { KeptContent } from '../../shared/statement/statement.ts';
import { takePath } from '../../shared/table/records.ts';
import { table } from './operation.ts';

/** More statements of one title on one day than this, and somebody is asked to name a slug. */
const mostOfOneTitle = 500;

/**
 * Takes an address for a text that is about to be public, and answers its slug. A slug that was asked for is
 * taken or refused (`path-taken`); one made from the title gets a number when others have it.
 */
export async function takeSlug(
  id: string,
  { language, date, title, type, slug }: KeptContent,
): Promise<string> {
  if (slug !== undefined) {
    if (await takePath(table, pathOf(language, date, slug), id)) return slug;
    throw new Problem('path-taken', `Another statement has the slug ${slug} on ${date}.`, {
      errors: [{ pointer: '/slug', detail: 'is taken on this date' }],
    });
  }
  const made = slugOf(title, { type, id });
  for (let n = 1; n <= mostOfOneTitle; n++) {
    const candidate = numberedSlug(made, n);
    if (await takePath(table, pathOf(language, date, candidate), id)) return candidate;
  }
  throw new Problem(
    'path-taken',
    `${mostOfOneTitle} statements have this title on ${date}. Name a slug for this one.`,
  );
}
