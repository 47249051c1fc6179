import { acceptNew } from '../../shared/statement/accept.ts';
import { type PublicStatement, publicListing } from '../../shared/statement/public.ts';
import { previewOf } from '../../shared/statement/publishing.ts';
import { textOf } from '../../shared/statement/reading.ts';
import { slugOf } from '../../shared/statement/slugs.ts';
import { site } from '../../shared/this-site.ts';
import { inventedStatement } from '../load/invented.ts';

/** The invented statement of a number, as it is once it was published at an instant. */
export function publicStatement(n: number, now: Date): PublicStatement {
  const id = `invented-${n}`;
  const { content } = acceptNew(site, inventedStatement(site, 1, n, now), now.toISOString().slice(0, 10));
  const kept = { ...content, attachments: [] };
  const slug = slugOf(kept.title, { type: kept.type, id });
  const caller = { sub: 'bench', name: 'Bench', role: 'editor' as const, client: 'bench' };
  const live = previewOf(textOf(site, kept), slug, { caller, at: now.toISOString(), change: id });
  return { ...publicListing({ id, live }), body: kept.body };
}
