import { type Body, blocksOf } from './body.ts';
import { folded } from './turn-labels.ts';

/** About how long an excerpt is, in characters; a first sentence may make it longer, to twice as much. */
const budget = 500;

type Of = { summary: string | undefined; title: string; body: Body; language: string };

/**
 * What lists show of a statement: its summary, else the first sentences of its text, cut at a sentence's end.
 * Turns keep their labels, in one line. A paragraph that says the title over again is passed over.
 */
export function excerptOf({ summary, title, body, language }: Of): string {
  if (summary) return summary;
  let excerpt = '';
  let label = '';
  for (const { text, heading, turn } of blocksOf(body)) {
    if (turn) label = `${turn.written} `;
    if (heading || text === '' || folded(text) === folded(title)) continue;
    const taken = fitting(
      sentencesOf(text.slice(0, 4 * budget).replaceAll('\n', ' '), language),
      budget - excerpt.length - Number(excerpt !== '') - label.length,
      excerpt === '',
    );
    if (taken === '') break;
    excerpt += `${excerpt && ' '}${label}${taken}`;
    if (taken.length < text.length) break;
    label = '';
  }
  return excerpt;
}

/** As many whole sentences as fit; the very first one always, cut at a word if it has no end in sight. */
function fitting(sentences: string[], room: number, isFirst: boolean): string {
  let taken = '';
  for (const sentence of sentences) {
    if (taken.length + sentence.trimEnd().length > room && !(isFirst && taken === '')) break;
    taken += sentence;
  }
  const whole = taken.trim();
  if (whole.length <= 2 * budget) return whole;
  const cut = whole.slice(0, 2 * budget);
  return `${cut.slice(0, cut.lastIndexOf(' ') > budget ? cut.lastIndexOf(' ') : undefined).toWellFormed()}…`;
}

/** What Intl.Segmenter takes for a sentence's end and is none: initials, and titles before a name. */
const noEnd =
  /(?:^|[\s(“"«])(?:\p{Lu}|\p{Lu}\.\p{Lu}|Mr|Mrs|Ms|Dr|Prof|Gen|St|No|nos?|art|pp?|M|Mme|Sr|Sra|г|ул|им)\.\s*$/u;

function sentencesOf(text: string, language: string): string[] {
  const sentences: string[] = [];
  for (const { segment } of segmenterOf(language).segment(text)) {
    const last = sentences.at(-1);
    if (last !== undefined && noEnd.test(last)) sentences[sentences.length - 1] = last + segment;
    else sentences.push(segment);
  }
  return sentences;
}

const segmenters = new Map<string, Intl.Segmenter>();
function segmenterOf(language: string): Intl.Segmenter {
  const segmenter = segmenters.get(language) ?? new Intl.Segmenter(language, { granularity: 'sentence' });
  segmenters.set(language, segmenter);
  return segmenter;
}
