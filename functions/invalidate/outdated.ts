import { listsTag, statementTag } from '../../shared/cache-tags.ts';
import { bareStatement, type PublicHead, publicListing } from '../../shared/statement/public.ts';

/**
 * What the edges may still have from before: a statement at its addresses, its translations, which say of one another what
 * they follow, and the lists of its language. A text that was taken off the site may stand in any page's latest block.
 */
export function outdatedBy(head: PublicHead, translations: PublicHead[]): string[] {
  if (bareStatement(publicListing(head))) return ['/*'];
  const paths = [head, ...translations].flatMap(({ live }) => [live.path, ...live.formerPaths]);
  const tags = [...paths.map(statementTag), listsTag(head.live.language)];
  return [...new Set(tags)].map((tag) => `#${tag}`);
}
