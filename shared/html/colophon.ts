import { labelsOf, nameIn } from '../labels/labels.ts';
import type { SiteFile } from '../site-file.ts';
import type { PublicStatement } from '../statement/public.ts';
import { contactList } from './contact-list.ts';
import { type Html, html } from './html.ts';
import { instant } from './instant.ts';

/** What stands below a statement's text: whom to ask about it, its history in short, how to cite and reuse it. */
export function colophon(
  site: SiteFile,
  origin: string,
  statement: PublicStatement,
  files: { json: string; text: string },
): Html {
  const { contacts, edition, firstPublished, language, lastChange } = statement;
  const labels = labelsOf(site, language);
  const at = (when: string) => instant(when, language, site.timeZone);
  return html`<footer class="colophon">
${contacts.length > 0 && html`<section>\n<h2>${labels.enquiries}</h2>\n${contactList(contacts)}\n</section>\n`}<dl class="facts">
${[
  statement.topics.length > 0 && fact(labels.topics, topicNames(site, statement)),
  fact(labels.firstPublished, at(firstPublished)),
  lastChange !== firstPublished && fact(labels.lastChanged, at(lastChange)),
  edition > 1 && fact(labels.edition, html`${edition}`),
  fact(labels.permanentAddress, html`<a href="${statement.path}" dir="ltr">${origin}${statement.path}</a>`),
  fact(
    labels.otherFormats,
    html`<a href="${files.text}">${labels.plainText}</a> · <a href="${files.json}">JSON</a>`,
    'formats',
  ),
]}</dl>
</footer>`;
}

const fact = (name: string, value: Html, kind?: string): Html =>
  html`<div${kind && html` class="${kind}"`}><dt>${name}</dt><dd>${value}</dd></div>\n`;

/** The topics by the names that the site file gives them; one of the office's own making stands as written. */
function topicNames(site: SiteFile, { language, topics }: PublicStatement): Html {
  const names = topics.map((id) => {
    const topic = site.topics.find((one) => one.id === id);
    return topic ? nameIn(site, language, topic.names) : id.replaceAll('-', ' ');
  });
  return html`${names.join(' · ')}`;
}
