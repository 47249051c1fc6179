import { caching } from '../../shared/caching.ts';
import { frameOf } from '../../shared/frame.ts';
import { editionPage } from '../../shared/html/edition-page.ts';
import { pageObject } from '../../shared/keys.ts';
import { turnsOf } from '../../shared/markup/body.ts';
import { bodyHtml } from '../../shared/markup/body-html.ts';
import { excerptOf } from '../../shared/markup/excerpt.ts';
import { type SiteObject, textObjects } from '../../shared/site.ts';
import { editionPath } from '../../shared/statement/paths.ts';
import { asInEdition, type PublicHead } from '../../shared/statement/public.ts';
import type { PublicAct, PublicEdition } from '../../shared/statement/public-acts.ts';
import { readStatement } from '../../shared/statement/reading.ts';
import type { KeptContent } from '../../shared/statement/statement.ts';
import { site } from '../../shared/this-site.ts';
import type { Surroundings } from './statement-objects.ts';

const object = textObjects(caching.edition);

/** The key of an edition's page. */
export const editionKey = (path: string, edition: number): string => pageObject(editionPath(path, edition));

/**
 * Which editions' pages have to be written: the newest; the one before it, which gets to know that there is a
 * newer one; and those that the site lacks. While a notice stands, and ever after, all of them: each carries
 * it, or has to lose it.
 */
export function editionsToWrite(
  { live }: PublicHead,
  acts: PublicAct[],
  editions: PublicEdition[],
  there: string[],
): PublicEdition[] {
  const everWithdrawn = acts.some(({ action }) => action === 'withdraw');
  return editions.filter(
    ({ edition }) =>
      everWithdrawn || edition >= live.edition - 1 || !there.includes(editionKey(live.path, edition)),
  );
}

/** The page of an edition. */
export function editionObject(
  head: PublicHead,
  edition: PublicEdition,
  content: KeptContent,
  { now, replacement }: Surroundings,
): SiteObject {
  const read = readStatement(site, content, head.live.path);
  const { language, summary, title } = content;
  const text = { content, excerpt: excerptOf({ summary, title, body: read, language }) };
  const page = editionPage({
    ...frameOf(language, now),
    statement: asInEdition(head, edition, text),
    bodyHtml: bodyHtml(read),
    turns: turnsOf(read).length > 0,
    newest: head.live.edition,
    replacement,
  });
  return object(editionKey(head.live.path, edition.edition), 'text/html', page);
}
