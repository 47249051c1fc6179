import { Feed } from 'feed';
import { type Frame, frontPath } from '../../shared/html/frame.ts';
import { labelsOf, nameIn, typeName } from '../../shared/labels/labels.ts';
import type { PublicListing } from '../../shared/statement/public.ts';

/** The Atom feed (RFC 4287) of a language's newest publications, the newest first. */
export function atomFeed({ site, language, origin }: Frame, listings: PublicListing[]): string {
  const name = nameIn(site, language, site.name);
  const feed = new Feed({
    id: `${origin}${frontPath(language)}`,
    link: `${origin}${frontPath(language)}`,
    title: `${name}: ${labelsOf(site, language).news}`,
    language,
    generator: false,
    updated: new Date(newestChange(listings)),
    feedLinks: { atom: `${origin}/${language}/feed.atom` },
    author: { name },
  });
  for (const listing of listings) {
    feed.addItem({
      id: entryId(origin, listing),
      link: origin + listing.path,
      title: asHtml(listing.title),
      description: asHtml(listing.excerpt),
      published: new Date(listing.firstPublished),
      date: new Date(listing.lastChange),
      category: [{ term: listing.type, name: typeName(site, language, listing.type) }],
    });
  }
  return feed.atom1();
}

const entities = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
]);

/** The library writes texts as `type="html"` (RFC 4287, section 3.1.1.2): so a plain text has to become HTML. */
const asHtml = (text: string): string =>
  text.replaceAll(/[&<>]/g, (character) => entities.get(character) ?? '');

/** An entry keeps its id whatever becomes of its address: a tag URI (RFC 4151) of the statement's id. */
function entryId(origin: string, { id, firstPublished }: PublicListing): string {
  return `tag:${new URL(origin).hostname},${firstPublished.slice(0, 10)}:${id}`;
}

/** An empty feed has never changed: so it says the same whenever it is made. */
const newestChange = (listings: PublicListing[]): string =>
  listings
    .map(({ lastChange }) => lastChange)
    .sort()
    .at(-1) ?? '1970-01-01T00:00:00.000Z';
