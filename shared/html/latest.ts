import { labelsOf } from '../labels/labels.ts';
import type { SiteFile } from '../site-file.ts';
import type { PublicListing } from '../statement/public.ts';
import { type Html, html } from './html.ts';
import { latestItem } from './list-item.ts';

/**
 * What the "latest events" block needs; `listings` are of one language, newest first. Without them it is the
 * way to them: pages that are written once keep no words of other statements, which may have to go.
 */
type Latest = { site: SiteFile; language: string; allMessagesPath: string; listings?: PublicListing[] };

/** The block as it stands in a page. `assets/site.ts` finds it by its id and puts the fresh one in its place. */
export function latest({ site, language, allMessagesPath, listings }: Latest): Html {
  const labels = labelsOf(site, language);
  return html`<section id="latest" class="latest">
<h2>${labels.latest}</h2>
${listings && html`${itemsOf(listings) || html`<p>${labels.nothingYet}</p>`}\n`}<p><a href="${allMessagesPath}">${labels.allMessages}</a></p>
</section>`;
}

const itemsOf = (listings: PublicListing[]): Html | false =>
  listings.length > 0 && html`<ul>\n${listings.map(latestItem)}</ul>`;

/** The block by itself: what `/{lang}/latest.html` holds, and pages of any age take in. */
export const latestFragment = (view: Latest): string => `${latest(view)}\n`;
