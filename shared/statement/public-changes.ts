import { editionsAmong, type PublicAct, type PublicEdition, type Withdrawal } from './public-acts.ts';
import type { KeptContent } from './statement.ts';

/**
 * An edition as the changes page tells of it. `between` are the texts before and of it, where their difference
 * is shown; it is `not shown` where that would be too much, and missing where nothing was before.
 */
export type EditionChange = PublicEdition & { between?: [KeptContent, KeptContent] | 'not shown' };

/** What was done in public, newest first, and the newest edition of those that the page has no room for. */
export type PublicChanges = { changes: (EditionChange | Withdrawal)[]; earlier: number | undefined };

/** How many editions are compared with the one before, and how many words may differ in all of them. */
const most = { listed: 50, compared: 10, words: 1500 };

/** The keys of the texts that `publicChanges` compares. */
export const textsToCompare = (acts: PublicAct[]): string[] =>
  editionsAmong(acts)
    .slice(-most.compared - 1)
    .map(({ text }) => text);

/** What was done in public, by the acts, the oldest first, and the texts by their keys. */
export function publicChanges(acts: PublicAct[], texts: Map<string, KeptContent>): PublicChanges {
  const editions = new Map(editionsAmong(acts).map((edition) => [edition.edition, edition]));
  let words = most.words;
  const changeOf = (edition: PublicEdition): EditionChange => {
    const before = editions.get(edition.edition - 1);
    if (!before) return edition;
    const [from, to] = [texts.get(before.text), texts.get(edition.text)];
    const apart = from && to ? wordsApart(from, to) : Number.POSITIVE_INFINITY;
    if (!from || !to || apart > words) return { ...edition, between: 'not shown' };
    words -= apart;
    return { ...edition, between: [from, to] };
  };
  const newestFirst = acts.filter((act) => act.action !== 'amend-note').reverse();
  const changes = newestFirst.slice(0, most.listed).flatMap((act): (EditionChange | Withdrawal)[] => {
    const edition = 'digest' in act ? editions.get(act.edition) : undefined;
    return edition ? [changeOf(edition)] : 'reason' in act ? [act] : [];
  });
  const earlier = newestFirst.slice(most.listed).find((act) => 'digest' in act);
  return { changes, earlier: earlier?.edition };
}

/**
 * How many words are in one of two texts and not in the other, wherever they stand: no difference has fewer.
 * It is counted before the difference is looked for, which takes seconds where everything is different.
 */
function wordsApart(from: KeptContent, to: KeptContent): number {
  const counts = new Map<string, number>();
  const count = (content: KeptContent, step: number) => {
    for (const word of wordsOf(content)) counts.set(word, (counts.get(word) ?? 0) + step);
  };
  count(from, -1);
  count(to, 1);
  return [...counts.values()].reduce((sum, times) => sum + Math.abs(times), 0);
}

/** Words as far as spaces tell them, and characters of scripts that have none. */
const wordsOf = ({ title, summary = '', body }: KeptContent): string[] =>
  `${title} ${summary} ${body}`.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Thai}]|\S+/gu) ?? [];
