import { yearText } from '../labels/dates.ts';
import { labelsOf } from '../labels/labels.ts';
import { listName } from '../labels/list-name.ts';
import {
  all,
  feedFormats,
  feedPath,
  feedTypes,
  type List,
  listPath,
  scopeOf,
  yearPath,
} from '../statement/archive.ts';
import type { PublicListing } from '../statement/public.ts';
import { browse } from './browse.ts';
import type { Alternate, Frame } from './frame.ts';
import { type Html, html } from './html.ts';
import { latest } from './latest.ts';
import { layout } from './layout.ts';
import { listItem } from './list-item.ts';
import { type Step, trail } from './trail.ts';

/** A page of a list. */
export type ListView = Frame & {
  list: List;
  /** The number of a numbered page; the open page has none. */
  page?: number;
  /** How many numbered pages there are. */
  pages: number;
  /** The statements that are shown, the newest first. */
  listings: PublicListing[];
  /** The years that the page of all messages leads to, the newest first. */
  years: string[];
};

/** The whole document of a list's open page, or of one of its numbered pages. */
export function listPage(view: ListView): string {
  const { listings, ...frame } = view;
  const { site, language, list, page } = frame;
  const labels = labelsOf(site, language);
  const name = listName(site, language, list);
  const title = page === undefined ? name : `${name}: ${labels.page} ${page}`;
  return layout(view, {
    title,
    path: listPath(language, list, page),
    feeds: list,
    alternates: alternatesOf(view),
    extra: neighbours(view),
    main: html`<section class="list">
${trail(view, stepsTo(view))}
<h1>${title}</h1>
${list === all && page === undefined && browse(view)}
${listings.length > 0 ? html`<ul>\n${listings.map((listing) => listItem(site, listing))}</ul>` : html`<p>${labels.nothingHere}</p>`}
${turns(view)}
${page === undefined && feedLinks(view)}</section>`,
    // Its own listings stay out of the block: a page that is written seldom keeps no other statement's words.
    aside: latest(frame),
  });
}

/** The list's own feeds; a month is over too soon to have any. */
function feedLinks({ language, list }: ListView): Html | false {
  const names = { atom: 'Atom', rss: 'RSS', json: 'JSON Feed' };
  const links = feedFormats.map(
    (format) =>
      html`<a href="${feedPath(language, list, format)}" type="${feedTypes[format]}">${names[format]}</a>\n`,
  );
  return scopeOf(list).kind !== 'month' && html`<p class="feeds">\n${links}</p>\n`;
}

/** The open page of what the site file names is there in every language; of the rest nobody knows. */
function alternatesOf({ site, list, page }: ListView): Alternate[] {
  const { kind, of } = scopeOf(list);
  const named = { type: site.types, topic: site.topics, all: [{ id: of }], month: [] }[kind];
  return page === undefined && named.some(({ id }) => id === of)
    ? site.languages.map(({ code }) => ({ language: code, path: listPath(code, list) }))
    : [];
}

function stepsTo({ site, language, list, page }: ListView): Step[] {
  const step = (one: List) => ({ name: listName(site, language, one), path: listPath(language, one) });
  const { kind, of } = scopeOf(list);
  const year = of.slice(0, 4);
  return [
    ...(list === all ? [] : [step(all)]),
    ...(kind === 'month' ? [{ name: yearText(year, language), path: yearPath(language, year) }] : []),
    ...(page === undefined ? [] : [step(list)]),
  ];
}

/** The pages before and after in the order of publication; after the newest numbered page comes the open one. */
function around({ language, list, page, pages }: ListView): { older?: string; newer?: string } {
  const before = page === undefined ? pages : page - 1;
  const after = page === undefined ? undefined : page < pages ? page + 1 : 'open';
  return {
    ...(before > 0 && { older: listPath(language, list, before) }),
    ...(after !== undefined && { newer: listPath(language, list, after === 'open' ? undefined : after) }),
  };
}

function neighbours(view: ListView): Html[] {
  const { older, newer } = around(view);
  return [
    ...(older ? [html`<link rel="prev" href="${older}">\n`] : []),
    ...(newer ? [html`<link rel="next" href="${newer}">\n`] : []),
  ];
}

function turns(view: ListView): Html | false {
  const { older, newer } = around(view);
  const labels = labelsOf(view.site, view.language);
  if (!older && !newer) return false;
  return html`<nav class="pages" aria-label="${labels.pages}">
${newer && html`<a href="${newer}" rel="next">${labels.newer}</a>\n`}${older && html`<a href="${older}" rel="prev">${labels.older}</a>\n`}</nav>`;
}
