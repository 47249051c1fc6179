import { calendarType } from '../calendar.ts';
import { labelsOf, nameIn, typeName } from '../labels/labels.ts';
import { eventsPath } from '../statement/archive.ts';
import type { PublicListing } from '../statement/public.ts';
import { type Frame, frontPath } from './frame.ts';
import { html } from './html.ts';
import { layout } from './layout.ts';
import { listItem } from './list-item.ts';

/** The front page of a language: its newest statements, newest first, with their excerpts. */
export function frontPage(view: Frame & { listings: PublicListing[] }): string {
  const { site, language, listings } = view;
  const labels = labelsOf(site, language);
  return layout(view, {
    title: nameIn(site, language, site.name),
    description: `${nameIn(site, language, site.name)}: ${labels.news}`,
    path: frontPath(language),
    alternates: site.languages.map(({ code }) => ({ language: code, path: frontPath(code) })),
    defaultPath: '/',
    extra: html`<link rel="alternate" type="${calendarType}" title="${typeName(site, language, 'event-notice')}" href="${eventsPath(language)}">`,
    main: html`<section class="list">
<h1>${labels.news}</h1>
${listings.length > 0 ? html`<ul>\n${listings.map((listing) => listItem(site, listing))}</ul>` : html`<p>${labels.nothingYet}</p>`}
<p class="more"><a href="${view.allMessagesPath}">${labels.allMessages}</a></p>
</section>`,
  });
}
