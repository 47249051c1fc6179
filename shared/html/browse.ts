import { yearText } from '../labels/dates.ts';
import { labelsOf } from '../labels/labels.ts';
import { listName } from '../labels/list-name.ts';
import { listPath, topicList, typeList, yearPath } from '../statement/archive.ts';
import type { Frame } from './frame.ts';
import { type Html, html } from './html.ts';

/** The ways into the archive: by kind, by subject, by year. */
export function browse({ site, language, years }: Frame & { years: string[] }): Html {
  const labels = labelsOf(site, language);
  const lists = (ids: string[], listOf: (id: string) => string) =>
    ids.map((id) => ({ name: listName(site, language, listOf(id)), path: listPath(language, listOf(id)) }));
  const ways = [
    {
      by: labels.kind,
      to: lists(
        site.types.map(({ id }) => id),
        typeList,
      ),
    },
    {
      by: labels.topics,
      to: lists(
        site.topics.map(({ id }) => id),
        topicList,
      ),
    },
    {
      by: labels.year,
      to: years.map((year) => ({ name: yearText(year, language), path: yearPath(language, year) })),
    },
  ].filter(({ to }) => to.length > 0);
  return html`<nav class="browse" aria-label="${labels.archive}">
<dl>
${ways.map(
  ({ by, to }) =>
    html`<div><dt>${by}</dt>${to.map(({ name, path }) => html`<dd><a href="${path}">${name}</a></dd>`)}</div>\n`,
)}</dl>
</nav>`;
}
