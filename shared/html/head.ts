import { nameIn } from '../labels/labels.ts';
import { listName } from '../labels/list-name.ts';
import { all, feedFormats, feedPath, feedTypes, type List, scopeOf } from '../statement/archive.ts';
import type { Alternate, Frame } from './frame.ts';
import { type Html, html, type Insert } from './html.ts';

/** What a page says of itself to browsers, search engines and whoever links to it. */
export type Head = {
  title: string;
  description?: string;
  /** The page's own address as a path; a page without one (404) is kept out of search engines. */
  path?: string;
  /** Whether search engines may show it: they may unless it says no. */
  index?: boolean;
  alternates: Alternate[];
  /** The page for readers of any other language (`x-default`), as a path. */
  defaultPath?: string | undefined;
  /** The list whose feeds the page leads to: that of everything if not said. */
  feeds?: List;
  /** Open Graph's kind of page (https://ogp.me/#types), `website` if not said. */
  kind?: 'article' | 'website';
  extra?: Insert;
};

/** The head of a page. */
export function headOf(frame: Frame, head: Head): Html {
  const { site, language, origin } = frame;
  const siteName = nameIn(site, language, site.name);
  return html`<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${head.title === siteName ? siteName : `${head.title} – ${siteName}`}</title>
${head.description && html`<meta name="description" content="${head.description}">\n`}${addresses(frame, head)}
${feedLinks(frame, head.feeds)}
<meta property="og:site_name" content="${siteName}">
<meta property="og:title" content="${head.title}">
<meta property="og:type" content="${head.kind ?? 'website'}">
${head.description && html`<meta property="og:description" content="${head.description}">\n`}${
  head.path && html`<meta property="og:url" content="${origin}${head.path}">\n`
}<link rel="icon" type="image/svg+xml" href="/favicon.svg">
<link rel="stylesheet" href="${frame.style}">
<script type="module" src="${frame.script}"></script>
${head.extra}
</head>`;
}

/** The canonical address, and each language's own: every one names itself too, as `hreflang` asks for. */
function addresses({ language, origin }: Frame, { path, index = true, alternates, defaultPath }: Head): Html {
  if (!path) return noindex;
  const others = index ? alternates.filter((other) => other.language !== language) : [];
  const byDefault = defaultPath === undefined ? [] : [{ language: 'x-default', path: defaultPath }];
  const all = others.length > 0 ? [{ language, path }, ...others, ...byDefault] : [];
  return html`${!index && html`${noindex}\n`}<link rel="canonical" href="${origin}${path}">${all.map(
    (one) => html`\n<link rel="alternate" hreflang="${one.language}" href="${origin}${one.path}">`,
  )}`;
}

/** Months have no feeds of their own, and lead to the language's. */
function feedLinks({ site, language }: Frame, list: List = all): Html[] {
  const own = scopeOf(list).kind === 'month' ? all : list;
  const siteName = nameIn(site, language, site.name);
  const title = own === all ? siteName : `${listName(site, language, own)} – ${siteName}`;
  return feedFormats.map(
    (format, index) =>
      html`${index > 0 && '\n'}<link rel="alternate" type="${feedTypes[format]}" title="${title}" href="${feedPath(language, own, format)}">`,
  );
}

const noindex = html`<meta name="robots" content="noindex">`;
