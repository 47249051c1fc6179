import { calendarType } from '../calendar.ts';
import { labelsOf } from '../labels/labels.ts';
import type { filesBeside } from '../statement/paths.ts';
import type { PublicListing, Replacement } from '../statement/public.ts';
import type { PublicEdition } from '../statement/public-acts.ts';
import type { Translation } from '../statement/translations.ts';
import { article, type Read } from './article.ts';
import { attachedFiles } from './attached-files.ts';
import { colophon } from './colophon.ts';
import { correction } from './correction.ts';
import type { Frame } from './frame.ts';
import { type Html, html } from './html.ts';
import { languagesOf, ofOriginal } from './languages-of.ts';
import { latest } from './latest.ts';
import { layout } from './layout.ts';
import { quoting } from './quoting.ts';
import { structuredData } from './structured-data.ts';
import { withdrawal } from './withdrawal.ts';

/** The page of a statement whose text is public, as the reader sees it. */
export type StatementView = Omit<Frame, 'language'> &
  Read & {
    /** The edition that is shown; a preview has none. */
    edition?: PublicEdition | undefined;
    /** What replaces it, if it was withdrawn and something does. */
    replacement?: Replacement | undefined;
    /** The newest statements of the same language, newest first. */
    latest: PublicListing[];
    /** Its other languages that have something public. */
    translations: Translation[];
    /** The same statement for machines and for plain reading, as paths. */
    files: ReturnType<typeof filesBeside>;
  };

/** The whole document of a statement's page. */
export function statementPage(view: StatementView): string {
  const { site, statement } = view;
  const { language, withdrawn } = statement;
  const frame = { ...view, language };
  const labels = labelsOf(site, language);
  return layout(frame, {
    title: withdrawn ? `${labels.withdrawn}: ${statement.title}` : statement.title,
    description: withdrawn ? `${labels.withdrawn}: ${withdrawn.reason}` : statement.excerpt,
    path: statement.path,
    index: !withdrawn,
    ...languagesOf(statement, view.translations),
    kind: 'article',
    extra: html`<meta property="article:published_time" content="${statement.firstPublished}">
<meta property="article:modified_time" content="${statement.lastChange}">
${otherForms(view)}
${structuredData(site, view.origin, statement, view.edition)}`,
    main: article(view, {
      calendar: statement.event && view.files.calendar,
      notices: withdrawal(site, statement, view.replacement) || [
        correction(site, statement, view.edition),
        ofOriginal(site, statement, view.translations),
      ],
      foot: [
        view.edition && quoting(site, statement),
        attachedFiles(site, statement, view.bodyHtml),
        colophon(site, view.origin, statement, view.files, view.translations),
      ],
    }),
    aside: latest({ ...frame, listings: view.latest }),
  });
}

/** The same statement for machines, for agencies, for plain reading, and of an event for calendars. */
const otherForms = ({ files, statement }: StatementView): Html =>
  html`<link rel="alternate" type="application/json" href="${files.json}">
<link rel="alternate" type="application/json" title="IPTC ninjs" href="${files.ninjs}">
<link rel="alternate" type="text/plain" href="${files.text}">${
    statement.event && html`\n<link rel="alternate" type="${calendarType}" href="${files.calendar}">`
  }`;
