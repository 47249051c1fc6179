import { caching } from '../../shared/caching.ts';
import { frameOf } from '../../shared/frame.ts';
import { changesPage } from '../../shared/html/changes-page.ts';
import { pageObject } from '../../shared/keys.ts';
import { type SiteObject, textObjects } from '../../shared/site.ts';
import { changesPath } from '../../shared/statement/paths.ts';
import { type PublicHead, publicListing } from '../../shared/statement/public.ts';
import type { PublicAct } from '../../shared/statement/public-acts.ts';
import { publicChanges } from '../../shared/statement/public-changes.ts';
import type { KeptContent } from '../../shared/statement/statement.ts';
import type { Surroundings } from './statement-objects.ts';

const object = textObjects(caching.page);

/** The page of what has changed. `texts` are those of the newest editions, by their keys. */
export function changesObject(
  head: PublicHead,
  acts: PublicAct[],
  texts: Map<string, KeptContent>,
  { now }: Pick<Surroundings, 'now'>,
): SiteObject {
  const { language, path } = head.live;
  const changes = publicChanges(acts, texts);
  const page = changesPage({ ...frameOf(language, now), ...changes, statement: publicListing(head) });
  return object(pageObject(changesPath(path)), 'text/html', page);
}
