import type { Frame } from '../../shared/html/frame.ts';
import { nameIn, typeName } from '../../shared/labels/labels.ts';
import { feedPath, type List } from '../../shared/statement/archive.ts';
import type { PublicListing } from '../../shared/statement/public.ts';
import { statementUri } from '../../shared/statement/uri.ts';
import { said } from './entry.ts';
import { feedHome, feedTitle } from './feed.ts';

/** The JSON Feed (https://www.jsonfeed.org/version/1.1/) of a list; the library writes version 1. */
export function jsonFeed(frame: Frame, list: List, listings: PublicListing[]): string {
  const { site, language, origin } = frame;
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: feedTitle(frame, list),
    home_page_url: origin + feedHome(language, list),
    feed_url: origin + feedPath(language, list, 'json'),
    language,
    authors: [{ name: nameIn(site, language, site.name) }],
    items: listings.map((listing) => {
      const { title, text } = said(site, listing);
      return {
        id: statementUri(origin, listing),
        url: origin + listing.path,
        title,
        content_text: text,
        date_published: listing.firstPublished,
        date_modified: listing.lastChange,
        tags: [typeName(site, language, listing.type)],
      };
    }),
  });
}
