import { countText, monthText, yearText } from '../labels/dates.ts';
import { labelsOf } from '../labels/labels.ts';
import { all, listPath, yearPath } from '../statement/archive.ts';
import type { Frame } from './frame.ts';
import { html } from './html.ts';
import { latest } from './latest.ts';
import { layout } from './layout.ts';
import { trail } from './trail.ts';

/** A year with its months: each as `05`, with the number of its statements that can be read. */
export type YearView = Frame & { year: string; months: { month: string; statements: number }[] };

/** The whole document of a year: its months, the newest first. */
export function yearPage(view: YearView): string {
  const { site, language, year, months } = view;
  const labels = labelsOf(site, language);
  const title = yearText(year, language);
  return layout(view, {
    title,
    path: yearPath(language, year),
    alternates: [],
    main: html`<section class="list">
${trail(view, [{ name: labels.allMessages, path: listPath(language, all) }])}
<h1>${title}</h1>
<ul class="months">
${months.map(
  ({ month, statements }) =>
    html`<li><a href="${listPath(language, `${year}/${month}`)}">${monthText(`${year}-${month}`, language)}</a> <span>${countText(statements, language)}</span></li>\n`,
)}</ul>
</section>`,
    aside: latest(view),
  });
}
