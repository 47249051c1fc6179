import type { Listing } from './statement.ts';

/**
 * A list of a language, named as the folder that it has there: `all`, `type/interview`, `topic/reefs`, or `2026/05`,
 * the month of the statement's date. Whatever stands in a list has a place in it: a number that rises by one with each
 * new statement and is never given again.
 */
export type List = string;

/** What a list takes in; of a type or topic its id, of a month `2026-05`, of everything nothing. */
export type Scope = { kind: 'all' | 'type' | 'topic' | 'month'; of: string };

/** How many places a numbered page has, and how many of the newest the open page shows. */
export const pageLength = 50;

export const all: List = 'all';
export const typeList = (type: string): List => `type/${type}`;
export const topicList = (topic: string): List => `topic/${topic}`;
export const monthList = (date: string): List => date.slice(0, 7).replace('-', '/');

/** The lists that a text stands in. */
export function listsOf({ type, topics, date }: Pick<Listing, 'type' | 'topics' | 'date'>): List[] {
  return [...new Set([all, monthList(date), typeList(type), ...topics.map(topicList)])];
}

/** Reads what a list takes in from its name. */
export function scopeOf(list: List): Scope {
  const [first = '', second = ''] = list.split('/');
  if (first === 'all') return { kind: 'all', of: '' };
  return first === 'type' || first === 'topic'
    ? { kind: first, of: second }
    : { kind: 'month', of: `${first}-${second}` };
}

/** The numbered page that a place is on, from 1. It is written once all its places are taken. */
export const pageOf = (place: number): number => Math.ceil(place / pageLength);

/** How many numbered pages there are in a list whose last place is given; so the number of the newest one. */
export const fullPages = (last: number): number => Math.floor(last / pageLength);

/** The places that a numbered page has, the first and the last. */
export const placesOn = (page: number): [number, number] => [(page - 1) * pageLength + 1, page * pageLength];

/**
 * The numbered pages that are to be written when something has become of statements at these places: those they are
 * on, as far as these are full; and, of one that fills its page, the page before, which leads to the new one.
 */
export function pagesToWrite(places: number[], last: number): number[] {
  const pages = places.flatMap((place) =>
    place % pageLength === 0 ? [pageOf(place) - 1, pageOf(place)] : [pageOf(place)],
  );
  return [...new Set(pages)].filter((page) => page >= 1 && page <= fullPages(last));
}

/** The address of a list: of its open page, which shows the newest, or of a numbered one, which never renumbers. */
export function listPath(language: string, list: List, page?: number): string {
  const open = encodeURI(`/${language}/${list}/`);
  if (page === undefined) return open;
  return scopeOf(list).kind === 'month' ? `${open}page-${page}/` : `${open}${page}/`;
}

/** The address of a year, which leads to its months. */
export const yearPath = (language: string, year: string): string => `/${language}/${year}/`;

/** The forms that a feed comes in, as their addresses end. */
export const feedFormats = ['atom', 'rss', 'json'] as const;
export type FeedFormat = (typeof feedFormats)[number];

/** The media types of the forms. */
export const feedTypes: Record<FeedFormat, string> = {
  atom: 'application/atom+xml',
  rss: 'application/rss+xml',
  json: 'application/feed+json',
};

/** The address of a list's feed. That of everything is the language's own; months have none. */
export const feedPath = (language: string, list: List, format: FeedFormat): string =>
  `${list === all ? `/${language}/` : listPath(language, list)}feed.${format}`;

/** The list of notices of events, and the address of the calendar beside its feeds. */
export const eventsList: List = typeList('event-notice');
export const eventsPath = (language: string): string => `/${language}/events.ics`;

/**
 * The addresses of sitemaps, each above all that it names (https://www.sitemaps.org/protocol.html#location): of all
 * sitemaps; of a language's lists, of its news, and of the statements on one page of a month.
 */
export const sitemapIndexPath = '/sitemap.xml';
export const sitemapPath = (language: string): string => `/${language}/sitemap.xml`;
export const newsPath = (language: string): string => `/${language}/sitemap-news.xml`;
export const shardPath = (language: string, month: List, page: number): string =>
  `${listPath(language, month)}sitemap-${page}.xml`;

/** Whether a place is the first one of a page: with it, a shard of the sitemap begins. */
export const beginsPage = (place: number): boolean => place % pageLength === 1;
