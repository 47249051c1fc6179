import { caching } from '../../shared/caching.ts';
import type { Frame } from '../../shared/html/frame.ts';
import { frontPage } from '../../shared/html/front-page.ts';
import { latestFragment } from '../../shared/html/latest.ts';
import { frontPageObject, latestObject } from '../../shared/keys.ts';
import { type SiteObject, textObjects } from '../../shared/site.ts';
import type { PublicListing } from '../../shared/statement/public.ts';
import { latestLength } from '../../shared/table/lists.ts';

const object = textObjects(caching.list);

/** A language's front page, and the latest block for old pages to take in. */
export function frontObjects(frame: Frame, byDate: PublicListing[]): SiteObject[] {
  const { language } = frame;
  return [
    object(frontPageObject(language), 'text/html', frontPage({ ...frame, listings: byDate })),
    object(
      latestObject(language),
      'text/html',
      latestFragment({ ...frame, listings: byDate.slice(0, latestLength) }),
    ),
  ];
}
