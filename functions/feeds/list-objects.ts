import { caching } from '../../shared/caching.ts';
import { frameOf } from '../../shared/frame.ts';
import { frontPage } from '../../shared/html/front-page.ts';
import { latestFragment } from '../../shared/html/latest.ts';
import { atomObject, frontPageObject, latestObject } from '../../shared/keys.ts';
import { type SiteObject, textObjects } from '../../shared/site.ts';
import { latestLength } from '../../shared/table/lists.ts';
import { atomFeed } from './atom-feed.ts';
import type { Lists } from './gather.ts';

const object = textObjects(caching.list);

/** A language's lists: the front page, the latest block for old pages to take in, the feed. */
export function listObjects(language: string, { byDate, byPublication }: Lists, now: Date): SiteObject[] {
  const frame = frameOf(language, now);
  return [
    object(frontPageObject(language), 'text/html', frontPage({ ...frame, listings: byDate })),
    object(
      latestObject(language),
      'text/html',
      latestFragment({ ...frame, listings: byDate.slice(0, latestLength) }),
    ),
    object(atomObject(language), 'application/atom+xml', atomFeed(frame, byPublication)),
  ];
}
