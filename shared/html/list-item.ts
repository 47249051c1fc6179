import { labelsOf, typeName } from '../labels/labels.ts';
import type { SiteFile } from '../site-file.ts';
import type { PublicListing } from '../statement/public.ts';
import { day } from './day.ts';
import { type Html, html } from './html.ts';

/** One statement of the front page: date and type, the title as the way to it, the excerpt. */
export function listItem(site: SiteFile, listing: PublicListing): Html {
  const { language } = listing;
  return html`<li><article>
<p class="kicker">${day(listing.date, language)} <b>${typeName(site, language, listing.type)}</b>${
    isCorrected(listing) && html` <i>${labelsOf(site, language).corrected}</i>`
  }</p>
<h2><a href="${listing.path}">${listing.title}</a></h2>
${listing.excerpt !== listing.title && html`<p class="excerpt">${listing.excerpt}</p>\n`}</article></li>\n`;
}

/** One statement of the "latest events" block: date and title. */
export function latestItem(listing: PublicListing): Html {
  return html`<li>${day(listing.date, listing.language)} <a href="${listing.path}">${listing.title}</a></li>\n`;
}

/** Whether readers should know at once that the text isn't the first one: after a major correction. */
const isCorrected = (listing: PublicListing): boolean => listing.lastMajorChange > listing.firstPublished;
