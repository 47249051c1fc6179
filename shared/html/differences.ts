import { labelsOf } from '../labels/labels.ts';
import { directionOf } from '../markup/directions.ts';
import { languageOf, type SiteFile } from '../site-file.ts';
import { differenceOf, type Piece } from '../statement/difference.ts';
import { type Passage, passagesOf } from '../statement/passages.ts';
import type { KeptContent } from '../statement/statement.ts';
import { changedFacts } from './changed-facts.ts';
import { type Html, html } from './html.ts';

/** What changed from one text to another: facts by their names, then title, summary and text word by word. */
export function differences(site: SiteFile, language: string, [from, to]: [KeptContent, KeptContent]): Html {
  const labels = labelsOf(site, language);
  const difference = differenceOf(from, to);
  const page = languageOf(site, language)?.dir ?? 'ltr';
  const facts = changedFacts(site, language, from, to).map((fact) => ({
    name: fact.name,
    passages: [replaced(fact.from, fact.to)],
  }));
  const texts = (['title', 'summary', 'body'] as const).map((field) => ({
    name: field === 'body' ? labels.text : labels[field],
    passages: passagesOf(difference[field]),
  }));
  const parts = [...facts, ...texts].filter(({ passages }) => passages.length > 0);
  if (parts.length === 0) return html`<p>${labels.noWordsChanged}</p>\n`;
  return html`${parts.map(
    ({ name, passages }) => html`<h3>${name}</h3>\n${passages.map((passage) => passageHtml(passage, page))}`,
  )}`;
}

const replaced = (from: string, to: string): Passage => [
  ...(from ? [{ op: 'delete' as const, text: from }] : []),
  ...(from && to ? [{ op: 'equal' as const, text: ' ' }] : []),
  ...(to ? [{ op: 'insert' as const, text: to }] : []),
];

/** A passage, marked where it runs against the page's direction. */
function passageHtml(passage: Passage, page: 'ltr' | 'rtl'): Html {
  const own = directionOf(passage.map(({ text }) => text).join(''));
  return html`<p class="passage"${own && own !== page && html` dir="${own}"`}>${passage.map(marked)}</p>\n`;
}

function marked({ op, text }: Piece): Html {
  if (op === 'equal') return html`${text}`;
  return op === 'insert' ? html`<ins>${text}</ins>` : html`<del>${text}</del>`;
}
