import { labelsOf, typeName } from '../labels/labels.ts';
import type { PublicListing, PublicStatement } from '../statement/public.ts';
import { colophon } from './colophon.ts';
import { correction } from './correction.ts';
import { day } from './day.ts';
import type { Alternate, Frame } from './frame.ts';
import { html, raw } from './html.ts';
import { latest } from './latest.ts';
import { layout } from './layout.ts';
import { statementFacts } from './statement-facts.ts';
import { structuredData } from './structured-data.ts';

/** The page of a live statement, as the reader sees it. */
export type StatementView = Omit<Frame, 'language'> & {
  statement: PublicStatement;
  /** The body as `shared/markup` makes it: safe HTML. */
  bodyHtml: string;
  /** Whether the body is made of turns. */
  turns: boolean;
  /** The newest statements of the same language, newest first. */
  latest: PublicListing[];
  /** The statement's translations. */
  alternates: Alternate[];
  /** The same statement for machines and for plain reading, as paths. */
  files: { json: string; text: string };
};

/** From this length, in characters, a title is set smaller: it is a paragraph rather than a headline. */
const longTitle = 110;

/** The whole document of a statement's page. */
export function statementPage(view: StatementView): string {
  const { site, statement } = view;
  const { language } = statement;
  const frame = { ...view, language };
  const labels = labelsOf(site, language);
  return layout(frame, {
    title: statement.title,
    description: statement.excerpt,
    path: statement.path,
    alternates: view.alternates,
    kind: 'article',
    extra: html`<meta property="article:published_time" content="${statement.firstPublished}">
<meta property="article:modified_time" content="${statement.lastChange}">
<link rel="alternate" type="application/json" href="${view.files.json}">
${structuredData(site, view.origin, statement)}`,
    main: html`<article class="statement">
<header>
<p class="kicker"><b>${typeName(site, language, statement.type)}</b> ${day(statement.date, language)}</p>
<h1${statement.title.length > longTitle && html` class="long"`}>${statement.title}</h1>
${statement.summary && html`<p class="standfirst">${statement.summary}</p>\n`}${
  statement.delivery && html`<p class="delivery">${labels[statement.delivery]}</p>\n`
}</header>
${correction(site, statement)}
${statementFacts(site, statement)}
<div class="text${view.turns && ' turns'}">
${raw(view.bodyHtml)}
</div>
${colophon(site, view.origin, statement, view.files)}
</article>`,
    aside: latest({ ...frame, listings: view.latest }),
  });
}
