import { labelsOf, nameIn } from '../labels/labels.ts';
import { type Frame, frontPath } from './frame.ts';
import { type Html, html } from './html.ts';

/** One step of the way to a page. */
export type Step = { name: string; path: string };

/** The way to a list from the front page, by the lists above it. */
export function trail({ site, language }: Frame, steps: Step[]): Html {
  const all = [{ name: nameIn(site, language, site.name), path: frontPath(language) }, ...steps];
  return html`<nav class="trail" aria-label="${labelsOf(site, language).trail}">
<ol>
${all.map(({ name, path }) => html`<li><a href="${path}">${name}</a></li>\n`)}</ol>
</nav>`;
}
