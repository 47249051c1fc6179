import { labelsOf, typeName } from '../labels/labels.ts';
import type { SiteFile } from '../site-file.ts';
import type { PublicStatement } from '../statement/public.ts';
import type { KeptContent } from '../statement/statement.ts';
import { day } from './day.ts';
import { type Html, html, type Insert, raw } from './html.ts';
import { statementFacts } from './statement-facts.ts';

/** A statement with its body read. */
export type Read = {
  statement: PublicStatement;
  /** The body as `shared/markup` makes it: safe HTML. */
  bodyHtml: string;
  /** Whether the body is made of turns. */
  turns: boolean;
};

/** What of a statement its text is made of, public or not. */
type Words = Omit<KeptContent, 'body'>;

/** From this length, in characters, a title is set smaller: it is a paragraph rather than a headline. */
const longTitle = 110;

/** A statement's text with its head: `notices` stand between them, `foot` below; `calendar` is a path. */
export function article(
  { site, statement, bodyHtml, turns }: Omit<Read, 'statement'> & { site: SiteFile; statement: Words },
  { notices, foot, calendar }: Record<'notices' | 'foot', Insert> & { calendar?: string | undefined },
): Html {
  const { delivery, language, summary, title } = statement;
  return html`<article class="statement">
<header>
<p class="kicker"><b>${typeName(site, language, statement.type)}</b> ${day(statement.date, language)}</p>
<h1${title.length > longTitle && html` class="long"`}>${title}</h1>
${summary && html`<p class="standfirst">${summary}</p>\n`}${
  delivery && html`<p class="delivery">${labelsOf(site, language)[delivery]}</p>\n`
}</header>
${notices}
${statementFacts(site, statement, calendar)}
<div class="text${turns && ' turns'}">
${raw(bodyHtml)}
</div>
${foot}
</article>`;
}
