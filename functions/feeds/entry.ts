import { citation, labelsOf } from '../../shared/labels/labels.ts';
import type { SiteFile } from '../../shared/site-file.ts';
import type { PublicListing } from '../../shared/statement/public.ts';

/**
 * What an entry of a feed says, in plain text. A withdrawn statement keeps its entry, by the same id and with a newer
 * date, so that readers put the notice in the place of what they had; most of them pass over a tombstone (RFC 6721).
 */
export function said(site: SiteFile, listing: PublicListing): { title: string; text: string } {
  const { language, title, excerpt, withdrawn } = listing;
  if (!withdrawn) return { title, text: excerpt };
  const name = withdrawn.keepText ? title : citation(site, language, listing);
  return { title: `${labelsOf(site, language).withdrawn}: ${name}`, text: withdrawn.reason };
}
