import * as z from 'zod';

/** How the labels of turns are told from sentences with a colon in them. */
export const TurnRules = z.object({
  /** The statement's speakers, by name. */
  speakers: z.array(z.string()),
  title: z.string(),
  /** The site's words for question and answer. */
  labels: z.object({ question: z.array(z.string()), answer: z.array(z.string()) }),
});
export type TurnRules = z.output<typeof TurnRules>;

export type Role = 'question' | 'answer' | 'speaker';

/** A label where it stands: from `start`, the turn's text from `end`. */
export type Opening = { label: string; start: number; end: number; tight: boolean };

/** The longest label, in characters; uncased scripts say much more in one. */
const longest = 60;
const longestUncased = 12;
const mostWords = 7;

/** Words that stand small inside a name: `Anna van der Berg`, `Minister for the Sea`. */
const particle =
  /^(?:[dl][’'].*|af|al|and|av|bin|bint|d[aeio]|das|de[lnr]|dell[aeo’]|des|di|dos|du|e|el|et|f[oö]r|from|i|ibn|la|las|les?|los|och|of|te[nr]|the|und|v[ao]n|y|zu[mr]?|в|для|и|по|при|иностранных|дел)$/u;
const abbreviated = /^\p{L}{1,4}\.$/u;

/** A label and the marks of strong emphasis round it, up to the colon. */
const beforeColon = /^(\*\*|__)?([^\n*_`[\]<>]+)(\*\*|__)?$/u;
const space = /[ \t\u00a0\u202f]*/y;

/**
 * A label with its colon, at `from`: `Name:`, `Name :`, `**Name:**`, `**Name**:`, `姓名：`. Whether it counts is
 * another question. It is `tight` if something follows an ASCII colon at once, as in `10:30` and `https://`.
 * Only the length of a label is looked at, so that the cost of a call is bounded.
 */
export function openingAt(text: string, from: number): Opening | undefined {
  const near = text.slice(from, from + longest + 8);
  const colon = near.search(/[:：]/);
  const [, before = '', label = '', inside = ''] =
    beforeColon.exec(near.slice(0, Math.max(0, colon)).trimEnd()) ?? [];
  const outside = before !== '' && inside === '' && near.startsWith(before, colon + 1) ? before : '';
  if (label.trim() === '' || label.length > longest || inside + outside !== before) return undefined;
  const marked = from + colon + 1 + outside.length;
  space.lastIndex = marked;
  const end = marked + (space.exec(text)?.[0].length ?? 0);
  const tight = near[colon] === ':' && end === marked && end < text.length && text[end] !== '\n';
  return { label: label.trim(), start: from, end, tight };
}

/** The same label, however it is written: case, white space and quotes apart. */
export const folded = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[’‘ʼ]/g, "'")
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/[“”„]|« ?| ?»/g, '"')
    .trim();

/** Says which labels count, given how often each opens a paragraph; and what a label's role is. */
export function labelRules({ speakers, title, labels }: TurnRules, openings: Map<string, number>) {
  const [questions, answers, names] = [labels.question, labels.answer, speakers].map((words) =>
    words.map(folded),
  );
  const titled = folded(title);
  const isSpeaker = (label: string) =>
    names?.some((name) => name === label || name.endsWith(` ${label}`)) ?? false;
  const hasSpeaker = (label: string) => names?.some((name) => label.endsWith(` ${name}`)) ?? false;
  const isWord = (label: string) => questions?.includes(label) || answers?.includes(label) || false;
  return {
    /** Whether a label opens a turn; a tight one only if it is a known word or name. */
    counts(label: string, tight = false): boolean {
      const plain = folded(label);
      if (isWord(plain) || isSpeaker(plain)) return true;
      if (tight || !isNameLike(label)) return false;
      if (hasSpeaker(plain)) return true;
      return (openings.get(plain) ?? 0) > 1 || (label.includes(' ') && titled.includes(plain));
    },
    roleOf(label: string): Role {
      const plain = folded(label);
      if (questions?.includes(plain)) return 'question';
      return answers?.includes(plain) ? 'answer' : 'speaker';
    },
  };
}

/** Whether a label looks like somebody's name or office: few words, each with a capital, no sentence in it. */
export function isNameLike(label: string): boolean {
  const words = label.split(/\s+/);
  if (label.length > longest || words.length > mostWords || /[!?;,…。！？]/u.test(label)) return false;
  if (!/[\p{Lu}\p{Ll}]/u.test(label)) return label.length <= longestUncased && /\p{Lo}/u.test(label);
  if (!/^[\p{Lu}\p{Lo}]/u.test(label)) return false;
  return words.every((word) =>
    /^[(“"«]?[\p{Lu}\p{Lo}]/u.test(word) ? !/\.$/.test(word) || abbreviated.test(word) : particle.test(word),
  );
}
