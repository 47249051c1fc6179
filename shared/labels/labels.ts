import { languageOf, type SiteFile } from '../site-file.ts';
import { ar } from './ar.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { ru } from './ru.ts';
import { zh } from './zh.ts';

/** The words of one language: single words, and the lists of words that open a question or an answer. */
export type Labels = typeof en;

const builtIn = new Map(Object.entries({ ar, en, es, fr, ru, zh }));

/**
 * The words of a language of the site: those built in for its exact code, else for its primary subtag
 * (`fr-CA` reads `fr`), else the English ones; the site file's `labels` replace them key by key and may add
 * others. A single word is taken for a list of one; a list where one word belongs is passed over.
 */
export function labelsOf(site: SiteFile, code: string): Labels {
  const base = builtIn.get(code) ?? builtIn.get(code.split('-', 1).join()) ?? en;
  const own = Object.entries(languageOf(site, code)?.labels ?? {});
  const words = Object.fromEntries(
    own.filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
  const listOf = (key: 'question' | 'answer') =>
    own
      .find(([name]) => name === key)
      ?.slice(1)
      .flat() ?? base[key];
  return { ...base, ...words, question: listOf('question'), answer: listOf('answer') };
}

/** A type's name in a language: the site file's, else the built-in one, else its id in plain words. */
export function typeName(site: SiteFile, code: string, type: string): string {
  const labels: Record<string, string | string[]> = labelsOf(site, code);
  const label = site.types.find(({ id }) => id === type)?.names?.[code] ?? labels[type];
  return typeof label === 'string' ? label : type.replaceAll('-', ' ');
}

/** A topic's name in a language: the site file's, else its id in plain words. */
export function topicName(site: SiteFile, code: string, id: string): string {
  const topic = site.topics.find((one) => one.id === id);
  return topic ? nameIn(site, code, topic.names) : id.replaceAll('-', ' ');
}

/** What a statement is called without a word of its own: its type and its reference, `Press release PR/2026/142`. */
export const citation = (site: SiteFile, code: string, cited: { type: string; reference: string }): string =>
  `${typeName(site, code, cited.type)} ${cited.reference}`;

/** What an edition's public note is called: a correction, unless the edition brings back what was withdrawn. */
export const noteName = (labels: Labels, edition: { action: string } | undefined): string =>
  edition?.action === 'restore' ? labels.restored : labels.correction;

/** A name that the site file gives per language; a language without one reads the site's first. */
export function nameIn(site: SiteFile, code: string, names: Record<string, string>): string {
  return names[code] ?? names[site.languages[0]?.code ?? ''] ?? Object.values(names).join(' / ');
}
