import type { Check, Finding } from './check.ts';

/** What stands for words that are still to come, in any language; brackets before a link's address are no such thing. */
const placeholders = [
  /\b(?:FIXME|TBC|TBD|XXXX+)\b|\blorem ipsum\b|(?<![\p{L}\p{N}])ХХХХ+(?![\p{L}\p{N}])/giu,
  /\bTODO(?=:)|\[\s*(?:TODO|XX+|\?+|\.\.)\s*\](?![([:])/g,
  /\[\s*(?:name|names|date|day|time|place|city|title|number|quote|insert [^\]\n]{1,60}|nom|date|lieu|titre|citation|nombre|fecha|lugar|título|имя|дата|место|姓名|日期|地点|الاسم|التاريخ)\s*\](?![([:])/giu,
  /(?<=[^\s_]\s)_{4,}|(?<!_)_{4,}(?!_)(?=\s[^\s_])/g,
];
/** `TODO` and `XXX` are words too: in Spanish, and for thirty in Roman numerals, mostly before a name. */
const placeholdersIn: Record<string, RegExp> = {
  en: /\bTODO\b(?!:)|\bXXX\b(?!\s+\p{Lu})/gu,
  fr: /\bTODO\b(?!:)|\bXXX\b(?=\s*[,;.!?)])/gu,
};

/** Words that somebody meant to replace. */
export const placeholderWords: Check = ({ content, source }) => {
  const own = placeholdersIn[content.language.split('-', 1).join()];
  const patterns = own ? [...placeholders, own] : placeholders;
  const found = (text: string) =>
    patterns.flatMap((pattern) => [...text.matchAll(pattern)]).sort((a, b) => a.index - b.index);
  const asked = (words: string, pointer: string): Finding => ({
    code: 'placeholder',
    message: `“${words}” looks like something that is still to be written.`,
    pointer,
  });
  return [
    ...found(content.title).map(([words]) => asked(words, '/title')),
    ...found(content.summary ?? '').map(([words]) => asked(words, '/summary')),
    ...found(source.prose).map((match) => ({
      ...asked(match[0], '/body'),
      place: source.placeAt(match.index),
    })),
  ];
};

/** A line of words, and not of a table, whose columns are drawn with spaces. */
const lineOfWords = /^[^|\n]+$/gm;

/** Two spaces inside a line; behind a full stop they are a habit, and shown as one. */
export const doubleSpaces: Check = ({ source }) =>
  [...source.prose.matchAll(lineOfWords)].flatMap(({ index: start, 0: line }) =>
    [...line.matchAll(/(?<=[\p{L}\p{N},;])[ \u00a0]{2,}(?=[\p{L}\p{N}])/gu)].map(({ index }) => ({
      code: 'double-space' as const,
      message: 'There are two spaces where one would do.',
      pointer: '/body',
      place: source.placeAt(start + index),
    })),
  );
