import { labelsOf, typeName } from '../labels/labels.ts';
import { changesPath, editionPath } from '../statement/paths.ts';
import type { PublicListing } from '../statement/public.ts';
import type { Withdrawal, Wording } from '../statement/public-acts.ts';
import type { EditionChange, PublicChanges } from '../statement/public-changes.ts';
import { day } from './day.ts';
import { differences } from './differences.ts';
import type { Frame } from './frame.ts';
import { type Html, html } from './html.ts';
import { instant } from './instant.ts';
import { latest } from './latest.ts';
import { layout } from './layout.ts';

/** What became of a statement in public. */
export type ChangesView = Omit<Frame, 'language'> & PublicChanges & { statement: PublicListing };

/** The whole document of what changed, when and why, the newest first. Search engines are to show the statement. */
export function changesPage(view: ChangesView): string {
  const { site, statement, changes, earlier } = view;
  const { language, path, title } = statement;
  const frame = { ...view, language };
  const labels = labelsOf(site, language);
  return layout(frame, {
    title: `${labels.changes}: ${title}`,
    path: changesPath(path),
    index: false,
    alternates: [],
    main: html`<article class="statement changes">
<header>
<p class="kicker"><b>${typeName(site, language, statement.type)}</b> ${day(statement.date, language)}</p>
<h1>${labels.changes}</h1>
<p class="standfirst"><a href="${path}">${title}</a></p>
</header>
<ol>
${changes.map((change) => html`<li>\n${change.action === 'withdraw' ? withdrawalEntry(view, change) : editionEntry(view, change)}</li>\n`)}</ol>
${earlier !== undefined && html`<p>${labels.earlierEditions}: <a href="${editionPath(path, earlier)}">${labels.edition} ${earlier}</a></p>\n`}</article>`,
    aside: latest(frame),
  });
}

function withdrawalEntry({ site, statement: { language } }: ChangesView, { at, reason }: Withdrawal): Html {
  return html`<h2>${labelsOf(site, language).withdrawn}</h2>
<p class="kicker">${instant(at, language, site.timeZone)}</p>
<p>${reason}</p>
`;
}

function editionEntry({ site, statement: { language, path } }: ChangesView, change: EditionChange): Html {
  const { edition, action, at, between } = change;
  const labels = labelsOf(site, language);
  const done = { publish: labels.firstPublished, correct: labels.corrected, restore: labels.restored }[
    action
  ];
  return html`<h2 id="edition-${edition}"><a href="${editionPath(path, edition)}">${labels.edition} ${edition}</a></h2>
<p class="kicker"><b>${done}</b> ${instant(at, language, site.timeZone)}</p>
${notes(site, language, change.notes)}${
  between === 'not shown'
    ? html`<p>${labels.notShown}</p>\n`
    : between && differences(site, language, between)
}`;
}

/** The public note, in the open: how it reads now, and how it read before. */
function notes(site: Frame['site'], language: string, wordings: Wording[]): Html | false {
  const newest = wordings.at(-1);
  if (!newest) return false;
  const labels = labelsOf(site, language);
  const at = (wording: Wording) => instant(wording.at, language, site.timeZone);
  return html`<p>${newest.note}</p>
${wordings.length > 1 && html`<p class="kicker">${labels.noteReworded} ${at(newest)}</p>\n`}${wordings
  .slice(0, -1)
  .reverse()
  .map((one) => html`<p class="earlier">${labels.earlierWording}, ${at(one)}: ${one.note}</p>\n`)}`;
}
