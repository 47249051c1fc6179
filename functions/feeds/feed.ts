import { Feed } from 'feed';
import type { Frame } from '../../shared/html/frame.ts';
import { labelsOf, nameIn, typeName } from '../../shared/labels/labels.ts';
import { listName } from '../../shared/labels/list-name.ts';
import { all, feedPath, type List, listPath } from '../../shared/statement/archive.ts';
import type { PublicListing } from '../../shared/statement/public.ts';
import { statementUri } from '../../shared/statement/uri.ts';
import { said } from './entry.ts';

/** The Atom feed (RFC 4287) of a list. `history` says where it stands in the history of its entries (RFC 5005). */
export function atomFeed(frame: Frame, list: List, listings: PublicListing[], history: History = {}): string {
  const { origin, language } = frame;
  const self = history.self ?? feedPath(language, list, 'atom');
  const feed = libraryFeed(frame, list, listings, { atom: origin + self });
  for (const listing of listings) feed.addItem(item(frame, listing, asHtml));
  return withHistory(feed.atom1(), frame, history);
}

/** The RSS feed (https://www.rssboard.org/rss-specification) of a list. In RSS a title is plain text. */
export function rssFeed(frame: Frame, list: List, listings: PublicListing[]): string {
  const { origin, language } = frame;
  const feed = libraryFeed(frame, list, listings, { rss: origin + feedPath(language, list, 'rss') });
  for (const listing of listings) feed.addItem(item(frame, listing, (title) => title));
  return feed.rss2();
}

/** Of a document of a feed's history: its own address, and those of the documents round it, as paths. */
export type History = {
  self?: string;
  current?: string;
  older?: string | undefined;
  newer?: string | undefined;
};

/** What a feed is called, in any form: the office, and what the list takes in. */
export function feedTitle({ site, language }: Frame, list: List): string {
  const what = list === all ? labelsOf(site, language).news : listName(site, language, list);
  return `${nameIn(site, language, site.name)}: ${what}`;
}

/** The page that a feed is of. */
export const feedHome = (language: string, list: List): string =>
  list === all ? `/${language}/` : listPath(language, list);

function libraryFeed(
  frame: Frame,
  list: List,
  listings: PublicListing[],
  feedLinks: { atom?: string; rss?: string },
): Feed {
  const { site, language, origin } = frame;
  const title = feedTitle(frame, list);
  return new Feed({
    id: origin + feedHome(language, list),
    link: origin + feedHome(language, list),
    title,
    description: title,
    language,
    generator: false,
    updated: new Date(newestChange(listings)),
    feedLinks,
    author: { name: nameIn(site, language, site.name) },
  });
}

function item({ site, origin }: Frame, listing: PublicListing, asTitle: (text: string) => string) {
  const { title, text } = said(site, listing);
  return {
    id: statementUri(origin, listing),
    link: origin + listing.path,
    title: asTitle(title),
    description: asHtml(text),
    published: new Date(listing.firstPublished),
    date: new Date(listing.lastChange),
    category: [{ term: listing.type, name: typeName(site, listing.language, listing.type) }],
  };
}

/** Puts in what the library has no words for: the language, and the links of RFC 5005. */
function withHistory(xml: string, { origin, language }: Frame, { self, current, older, newer }: History) {
  const link = (rel: string, path: string | undefined) =>
    path === undefined ? '' : `\n    <link rel="${rel}" href="${origin}${path}"/>`;
  const namespace = 'xmlns="http://www.w3.org/2005/Atom"';
  return xml.replace(
    `<feed ${namespace}>`,
    `<feed ${namespace} xmlns:fh="http://purl.org/syndication/history/1.0" xml:lang="${language}">${
      self ? '\n    <fh:archive/>' : ''
    }${link('current', current)}${link('prev-archive', older)}${link('next-archive', newer)}`,
  );
}

const entities = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
]);

/** Where a format takes HTML (RFC 4287, section 3.1.1.2), a plain text has to become that. */
const asHtml = (text: string): string =>
  text.replaceAll(/[&<>]/g, (character) => entities.get(character) ?? '');

/** An empty feed has never changed: so it says the same whenever it is made. */
const newestChange = (listings: PublicListing[]): string =>
  listings
    .map(({ lastChange }) => lastChange)
    .sort()
    .at(-1) ?? '1970-01-01T00:00:00.000Z';
