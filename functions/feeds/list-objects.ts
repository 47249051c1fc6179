import { caching } from '../../shared/caching.ts';
import { calendar, calendarType } from '../../shared/calendar.ts';
import type { Frame } from '../../shared/html/frame.ts';
import { listPage } from '../../shared/html/list-page.ts';
import { fileObject, pageObject } from '../../shared/keys.ts';
import { type SiteObject, textObjects } from '../../shared/site.ts';
import {
  all,
  eventsList,
  eventsPath,
  feedFormats,
  feedPath,
  feedTypes,
  fullPages,
  listPath,
  listsOf,
  pageLength,
} from '../../shared/statement/archive.ts';
import {
  bareStatement,
  isLive,
  type PublicHead,
  type PublicListing,
  publicListing,
} from '../../shared/statement/public.ts';
import { liveOrders } from '../../shared/table/head-item.ts';
import type { Place } from '../../shared/table/places.ts';
import { atomFeed, rssFeed } from './feed.ts';
import { feedListings } from './feed-listings.ts';
import { jsonFeed } from './json-feed.ts';
import type { Look, Page } from './look.ts';
import { newsObject, shardObject } from './sitemap-objects.ts';

const object = textObjects(caching.list);
const lasting = textObjects(caching.page);

/** Every head that a look takes, by its id. */
export type Heads = Map<string, PublicHead>;

/** The statements at some places that are in the list now: what has left it leaves a gap. */
const inList = ({ list }: Look, places: Place[], heads: Heads): PublicHead[] =>
  places.flatMap(({ id }) => heads.get(id) ?? []).filter(({ live }) => listsOf(live).includes(list));

/** Those of them that can be read, as pages show them. */
const shown = (look: Look, places: Place[], heads: Heads) =>
  inList(look, places, heads).filter(isLive).map(publicListing);

/**
 * The newest statements of a list, the newest first: fifty, and besides whatever is on no numbered page yet, so that who
 * goes on from here to the newest of those misses nothing.
 */
function newestOf(look: Look, heads: Heads): PublicHead[] {
  const inOrder = inList(look, look.newest, heads).toSorted((a, b) =>
    liveOrders(publicListing(a)).livePublished < liveOrders(publicListing(b)).livePublished ? 1 : -1,
  );
  const onNoPage = new Set(
    look.newest.filter(({ number }) => number > fullPages(look.last) * pageLength).map(({ id }) => id),
  );
  return inOrder.filter(({ id }, index) => index < pageLength || onNoPage.has(id));
}

/** The open page of a list, which shows its newest statements; with that of all messages, what is news of them. */
export function openObjects(frame: Frame, look: Look, heads: Heads, years: string[]): SiteObject[] {
  const { list, last } = look;
  const listings = newestOf(look, heads).filter(isLive).map(publicListing);
  const page = listPage({ ...frame, list, listings, pages: fullPages(last), years });
  return [
    object(pageObject(listPath(frame.language, list)), 'text/html', page),
    ...(list === all ? [newsObject(frame, listings)] : []),
  ];
}

/** The parts of the sitemap that are to be written. What was withdrawn is not in them. */
export const shardObjects = (frame: Frame, look: Look, heads: Heads): SiteObject[] =>
  look.shards.map(({ page, places }) => shardObject(frame, look, page, shown(look, places, heads)));

/** The numbered pages of a list that are to be written, and the archived feeds beside those of all messages. */
export function pageObjects(frame: Frame, look: Look, heads: Heads): SiteObject[] {
  const { list, last } = look;
  return look.pages.flatMap(({ page, places }) => {
    const path = listPath(frame.language, list, page);
    const view = {
      ...frame,
      list,
      page,
      listings: shown(look, places, heads),
      pages: fullPages(last),
      years: [],
    };
    return [
      lasting(pageObject(path), 'text/html', listPage(view)),
      ...(list === all ? [archiveObject(frame, look, { page, places }, heads)] : []),
    ];
  });
}

/** The feed of the statements on a numbered page (RFC 5005, section 4). */
function archiveObject(frame: Frame, look: Look, { page, places }: Page, heads: Heads): SiteObject {
  const { language } = frame;
  const listings = inList(look, places, heads).map(publicListing);
  const feed = atomFeed(frame, all, listings, {
    self: archivePath(language, page),
    current: feedPath(language, all, 'atom'),
    older: page > 1 ? archivePath(language, page - 1) : undefined,
    newer: page < fullPages(look.last) ? archivePath(language, page + 1) : undefined,
  });
  return lasting(fileObject(archivePath(language, page)), feedTypes.atom, feed);
}

/** The calendar of the newest events; of one whose words are no longer public, there is nothing to say. */
const eventsObject = (frame: Frame, listings: PublicListing[]): SiteObject =>
  object(
    fileObject(eventsPath(frame.language)),
    calendarType,
    calendar(
      frame,
      listings.filter((listing) => !bareStatement(listing)),
    ),
  );

const archivePath = (language: string, page: number): string => `${listPath(language, all, page)}feed.atom`;

/** A list's feeds in every form; and the ids of the withdrawn statements that have a notice in them. */
export function feedObjects(
  frame: Frame,
  look: Look,
  heads: Heads,
): { objects: SiteObject[]; notices: string[] } {
  const { list, last } = look;
  const { language } = frame;
  const ofNotices = look.notices.map((id) => ({ id, number: 0 }));
  const listings = feedListings(
    newestOf(look, heads).map(publicListing),
    inList(look, ofNotices, heads).map(publicListing),
  );
  const older = list === all && fullPages(last) > 0 ? archivePath(language, fullPages(last)) : undefined;
  const forms = {
    atom: atomFeed(frame, list, listings, { older }),
    rss: rssFeed(frame, list, listings),
    json: jsonFeed(frame, list, listings),
  };
  const notices = listings.filter(({ withdrawn }) => withdrawn).map(({ id }) => id);
  const objects = feedFormats.map((format) =>
    object(fileObject(feedPath(language, list, format)), feedTypes[format], forms[format]),
  );
  return { objects: [...objects, ...(list === eventsList ? [eventsObject(frame, listings)] : [])], notices };
}
