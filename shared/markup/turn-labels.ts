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
export type Opening = { label: string; start: number; end: number };

/** The longest label, in characters; uncased scripts say much more in one. */
const longest = 60;
const longestUncased = 12;
const mostWords = 7;

/** Words that stand small inside a name: `Anna van der Berg`, `Ministre des Affaires étrangères`. */
const particle =
  /^(?:[\p{Ll}’']{1,3}|among|and|bint|dell[aeo’]|for|from|of|the|und|för|для|иностранных|дел)$/u;
const abbreviated = /^\p{L}{1,4}\.$/u;

/**
 * A label with its colon, at `from`: `Name:`, `Name :`, `**Name:**`, `**Name**:`, `姓名：`. Whether it counts is
 * another question. A colon that something follows at once (`10:30`, `https://`) ends no label, but in scripts
 * written without spaces.
 */
const labelled =
  /(\*\*|__)?([^\n:：*_`[\]<>]{1,60}?)[ \u00a0\u202f]*(\*\*|__)?[ \u00a0\u202f]*([:：])(\*\*|__)?(?=[\s：]|$|(?<=：))[ \t\u00a0\u202f]*/uy;

export function openingAt(text: string, from: number): Opening | undefined {
  labelled.lastIndex = from;
  const match = labelled.exec(text);
  if (!match) return undefined;
  const [whole, before, label = '', inside, , outside] = match;
  if ((before ?? '') !== (inside ?? outside ?? '') || (inside && outside)) return undefined;
  return { label: label.trim(), start: from, end: from + whole.length };
}

/** The same label, however it is written: case, white space and quotes apart. */
export const folded = (text: string): string =>
  text.toLowerCase().replaceAll(/[’‘ʼ]/g, "'").replaceAll(/\s+/g, ' ').trim();

/** Says which labels count, given how often each opens a paragraph; and what a label's role is. */
export function labelRules({ speakers, title, labels }: TurnRules, openings: Map<string, number>) {
  const [questions, answers, names] = [labels.question, labels.answer, speakers].map((words) =>
    words.map(folded),
  );
  const titled = folded(title);
  const isSpeaker = (label: string) =>
    names?.some((name) => name === label || label.endsWith(` ${name}`) || name.endsWith(` ${label}`)) ??
    false;
  const isWord = (label: string) => questions?.includes(label) || answers?.includes(label) || false;
  return {
    counts(label: string): boolean {
      const plain = folded(label);
      if (isWord(plain) || isSpeaker(plain)) return true;
      if (!isNameLike(label)) return false;
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
