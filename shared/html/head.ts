import { nameIn } from '../labels/labels.ts';
import { type Alternate, type Frame, frontPath } from './frame.ts';
import { type Html, html, type Insert } from './html.ts';

/** What a page says of itself to browsers, search engines and whoever links to it. */
export type Head = {
  title: string;
  description?: string;
  /** The page's own address as a path; a page without one (404) is kept out of search engines. */
  path?: string;
  alternates: Alternate[];
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
<link rel="alternate" type="application/atom+xml" title="${siteName}" href="${frontPath(language)}feed.atom">
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
function addresses({ language, origin }: Frame, { path, alternates }: Head): Html {
  if (!path) return html`<meta name="robots" content="noindex">`;
  const others = alternates.filter((other) => other.language !== language);
  const all = others.length > 0 ? [{ language, path }, ...others] : [];
  return html`<link rel="canonical" href="${origin}${path}">${all.map(
    (one) => html`\n<link rel="alternate" hreflang="${one.language}" href="${origin}${one.path}">`,
  )}`;
}
