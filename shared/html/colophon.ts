import { labelsOf, topicName } from '../labels/labels.ts';
import type { SiteFile } from '../site-file.ts';
import { listPath, topicList } from '../statement/archive.ts';
import { changesPath, editionPath, type filesBeside } from '../statement/paths.ts';
import type { PublicStatement } from '../statement/public.ts';
import type { KeptContent } from '../statement/statement.ts';
import { originalAmong, type Translation } from '../statement/translations.ts';
import { contactList } from './contact-list.ts';
import { type Html, html } from './html.ts';
import { instant } from './instant.ts';
import { linkToOriginal } from './languages-of.ts';

/** What stands below a statement's text: whom to ask about it, its history in short, how to cite and reuse it. */
export function colophon(
  site: SiteFile,
  origin: string,
  statement: PublicStatement,
  files: ReturnType<typeof filesBeside>,
  translations: Translation[],
): Html {
  const original = originalAmong(statement, translations);
  const { edition, firstPublished, language, lastChange, path } = statement;
  const labels = labelsOf(site, language);
  const at = (when: string) => instant(when, language, site.timeZone);
  return html`<footer class="colophon">
${enquiries(site, statement)}<dl class="facts">
${[
  statement.topics.length > 0 && fact(labels.topics, topicLinks(site, statement)),
  fact(labels.firstPublished, at(firstPublished)),
  lastChange !== firstPublished && fact(labels.lastChanged, at(lastChange)),
  statement.reference && fact(labels.reference, html`${statement.reference}`),
  (edition > 1 || statement.withdrawn) &&
    fact(
      labels.edition,
      html`<a href="${editionPath(path, edition)}">${edition}</a> · <a href="${changesPath(path)}">${labels.changes}</a>`,
    ),
  original && fact(labels.original, linkToOriginal(site, statement, original)),
  fact(labels.permanentAddress, html`<a href="${path}" dir="ltr">${origin}${path}</a>`),
  fact(
    labels.otherFormats,
    html`<a href="${files.text}">${labels.plainText}</a> · <a href="${files.json}">JSON</a> · <a href="${files.ninjs}">ninjs</a>`,
    'formats',
  ),
]}</dl>
</footer>`;
}

/** Whom to ask about a statement, if it says so. */
export const enquiries = (
  site: SiteFile,
  { contacts, language }: Pick<KeptContent, 'contacts' | 'language'>,
): Html | false =>
  contacts.length > 0 &&
  html`<section>\n<h2>${labelsOf(site, language).enquiries}</h2>\n${contactList(contacts)}\n</section>\n`;

/** One fact of those that stand below a statement. */
export const fact = (name: string, value: Html, kind?: string): Html =>
  html`<div${kind && html` class="${kind}"`}><dt>${name}</dt><dd>${value}</dd></div>\n`;

/** The topics, each leading to its list. */
function topicLinks(site: SiteFile, { language, topics }: PublicStatement): Html {
  const links = topics.map(
    (topic, index) =>
      html`${index > 0 && ' · '}<a href="${listPath(language, topicList(topic))}">${topicName(site, language, topic)}</a>`,
  );
  return html`${links}`;
}
