import type { Check } from './check.ts';

const definition = /^ {0,3}\[\^([^\]\s]{1,100})\]:/gm;
const reference = /(?<!\\)\[\^([^\]\s]{1,100})\](?!:)/g;
/** A number in brackets right behind a word, as other programs leave it of a footnote. */
const number = /(?<=[\p{L}.,;”"»)])\[(\d{1,2})\](?![([:])/gu;
/** What a list of notes, or of addresses, begins its lines with. */
const numbered = /^ {0,3}\[(\d{1,2})\]/gm;

/** Footnotes that have no note, and notes that no word leads to. */
export const footnotes: Check = ({ source }) => {
  const all = (pattern: RegExp) => [...source.markup.matchAll(pattern)];
  const [definitions, references] = [all(definition), all(reference)];
  const known = new Set([...definitions, ...all(numbered)].map(([, name]) => name));
  const used = new Set(references.map(([, name]) => name));
  return [
    ...[...references, ...all(number)]
      .filter(([, name]) => !known.has(name))
      .map((match) => ({
        code: 'missing-footnote' as const,
        message: `${match[0]} has no note.`,
        pointer: '/body',
        place: source.placeAt(match.index),
      })),
    ...definitions
      .filter(([, name]) => !used.has(name))
      .map((match) => ({
        code: 'unused-footnote' as const,
        message: `No word leads to the note [^${match[1]}], so it is not shown.`,
        pointer: '/body',
        place: source.placeAt(match.index),
      })),
  ];
};
