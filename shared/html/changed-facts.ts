import { dayText } from '../labels/dates.ts';
import { labelsOf, typeName } from '../labels/labels.ts';
import type { SiteFile } from '../site-file.ts';
import type { KeptContent } from '../statement/statement.ts';
import { fileKind } from './attached-files.ts';
import { eventTimeText } from './statement-facts.ts';

/** A fact beside the text, by its name, as it was and as it is; empty where there was or is none. */
export type ChangedFact = { name: string; from: string; to: string };

/** The facts beside a text that aren't what they were, in the words of a language. */
export function changedFacts(
  site: SiteFile,
  language: string,
  before: KeptContent,
  after: KeptContent,
): ChangedFact[] {
  const [from, to] = [factsOf(site, language, before), factsOf(site, language, after)];
  return [...from]
    .map(([name, text]) => ({ name, from: text, to: to.get(name) ?? '' }))
    .filter((fact) => fact.from !== fact.to);
}

function factsOf(site: SiteFile, language: string, content: KeptContent): Map<string, string> {
  const labels = labelsOf(site, language);
  const { event, delivery, type, date, speakers, contacts, topics, attachments = [] } = content;
  return new Map([
    [labels.kind, [typeName(site, language, type), delivery && labels[delivery]].filter(Boolean).join(', ')],
    [labels.date, dayText(date, language)],
    [labels.when, event ? eventTimeText(event, language) : ''],
    [labels.where, event?.place ?? ''],
    [
      labels.speakers,
      joined(speakers.map((one) => (typeof one === 'string' ? [one] : [one.name, one.role]))),
    ],
    [labels.topics, joined(topics.map((topic) => [topic]))],
    [
      labels.files,
      joined(attachments.map((file) => [file.title ?? file.name, fileKind(file, language), file.alt])),
    ],
    [labels.enquiries, joined(contacts.map(({ label, phone, email, url }) => [label, phone, email, url]))],
  ]);
}

const joined = (entries: (string | undefined)[][]): string =>
  entries.map((entry) => entry.filter((part) => part).join(', ')).join('; ');
