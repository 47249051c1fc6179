import { caching } from '../../shared/caching.ts';
import { type Frame, frontPath } from '../../shared/html/frame.ts';
import { fileObject } from '../../shared/keys.ts';
import { nameIn } from '../../shared/labels/labels.ts';
import { type SiteObject, textObjects } from '../../shared/site.ts';
import {
  fullPages,
  type List,
  listPath,
  newsPath,
  shardPath,
  sitemapPath,
} from '../../shared/statement/archive.ts';
import type { PublicListing } from '../../shared/statement/public.ts';
import { newsSitemap, sitemap } from './sitemap.ts';

const object = textObjects(caching.list);
const xml = (path: string, body: string): SiteObject => object(fileObject(path), 'application/xml', body);

/** How long something is news to a search engine, in milliseconds: it takes no older one. */
const newsMilliseconds = 2 * 24 * 60 * 60 * 1000;

/** The sitemap of a language's pages that are no statements: the front page, and the lists that the site file names. */
export function listsSitemap({ language, origin }: Frame, lists: List[]): SiteObject {
  const paths = [frontPath(language), ...lists.map((list) => listPath(language, list))];
  return xml(sitemapPath(language), sitemap(paths.map((path) => ({ address: origin + path }))));
}

/**
 * The sitemap of the statements on one page of a month, full or not: small, so that a publication writes one. It has
 * the page itself as well; the first one the month's open page.
 */
export function shardObject(
  { language, origin }: Frame,
  { list, last }: { list: List; last: number },
  page: number,
  listings: PublicListing[],
): SiteObject {
  const pages = [
    ...(page === 1 ? [listPath(language, list)] : []),
    ...(page <= fullPages(last) ? [listPath(language, list, page)] : []),
  ].map((path) => ({ address: origin + path }));
  const statements = listings.map(({ path, lastChange }) => ({
    address: origin + path,
    changed: lastChange,
  }));
  return xml(shardPath(language, list, page), sitemap([...pages, ...statements]));
}

/** The news of a language: what was first published within two days, of its newest statements. */
export function newsObject({ site, language, origin, now }: Frame, newest: PublicListing[]): SiteObject {
  const since = new Date(now.getTime() - newsMilliseconds).toISOString();
  const news = newest
    .filter(({ firstPublished }) => firstPublished > since)
    .map(({ path, firstPublished, title }) => ({
      address: origin + path,
      publication: nameIn(site, language, site.name),
      language,
      published: firstPublished,
      title,
    }));
  return xml(newsPath(language), newsSitemap(news));
}
