import { handedOver } from './permission.ts';
import { isLive } from './public.ts';
import type { Caller } from './roles.ts';
import type { Head, KeptContent, Listing, WorkState } from './statement.ts';
import { type SoughtWord, wordsOf } from './words.ts';

/**
 * What the search index has of a statement: its terms, each with the words that stand there between spaces. A term
 * is something that lists ask for (`state:draft`, `topic:reef`) and has no words; or where the words of the title or
 * the texts are that begin alike (`title:re`, `text:re`).
 */
export type Postings = Map<string, string>;

/** What a list asks of one term: that a statement has it; with `contains`, that this is among the words there. */
export type Asked = { term: string; contains?: string };

/** What `GET /statements` asks for. `state` is a work copy's, `live` or `withdrawn`; `author` a subject or a name. */
export type ListFilter = {
  state?: WorkState | 'live' | 'withdrawn' | undefined;
  type?: string | undefined;
  language?: string | undefined;
  topic?: string | undefined;
  author?: string | undefined;
  mine?: boolean | undefined;
  waiting?: boolean | undefined;
};

/** Statements that somebody still has to do something about. */
export const open: Asked = { term: 'open' };
/** Those that somebody was or is at work on. */
export const mine = ({ sub }: Pick<Caller, 'sub'>): Asked => ({ term: `hand:${sub}` });
/** Those in a state. */
export const inState = (state: string): Asked => ({ term: `state:${state}` });

/** Beyond so many different words a text is no longer indexed: far more than any statement has in earnest. */
const mostWords = 5000;

/** The terms that a filter asks for. Of `live` statements, it is the public text that has a type, language or topic. */
export function askedFor(filter: ListFilter, caller: Caller): Asked[] {
  const { state, type, language, topic, author } = filter;
  const about = state === 'live' ? 'live-' : '';
  return [
    ...(state ? [inState(state)] : []),
    ...(filter.waiting ? [{ term: 'handed-over' }] : []),
    ...(filter.mine ? [mine(caller)] : []),
    ...(author ? [{ term: `author:${author}` }] : []),
    ...(topic ? [{ term: `${about}topic:${topic}` }] : []),
    ...(type ? [{ term: `${about}type:${type}` }] : []),
    ...(language ? [{ term: `${about}language:${language}` }] : []),
  ];
}

/** The terms that words ask for, in the title or anywhere. */
export const askedWords = (words: SoughtWord[], where: 'title' | 'text'): Asked[] =>
  words.map(({ word, isWhole }) => ({
    term: `${where}:${beginningOf(word)}`,
    contains: isWhole ? ` ${word} ` : ` ${word}`,
  }));

/** Whether it takes a statement's texts, beside its head, to know what it has of a term. */
export const isOfText = ({ term }: Asked): boolean => term.startsWith('text:');

/** Whether a statement has all that is asked for. */
export const hasAll = (postings: Postings, asked: Asked[]): boolean =>
  asked.every(({ term, contains = '' }) => postings.get(term)?.includes(contains));

/** What is posted of a head by itself: what lists ask for, and the words of its titles. */
export function postingsOfHead(head: Head): Postings {
  const parts = [head.work, head.live].filter((part) => part !== undefined);
  return new Map([
    ...facetsOf(head).map((term) => [term, ''] as const),
    ...filed('title', wordsOf(parts.map(({ title }) => title))),
  ]);
}

/** What is posted of a statement: what its head says, and every word of its parts, whose texts these are. */
export function postingsOf(head: Head, texts: KeptContent[]): Postings {
  const said = texts.flatMap(({ title, summary = '', speakers, body }) => [
    title,
    summary,
    ...speakers.map((speaker) =>
      typeof speaker === 'string' ? speaker : `${speaker.name} ${speaker.role ?? ''}`,
    ),
    body,
  ]);
  const words = wordsOf([head.live?.reference ?? '', ...said]);
  return new Map([...postingsOfHead(head), ...filed('text', words)]);
}

function facetsOf(head: Head): string[] {
  const { work, live, publishedWithoutReview, createdBy, deleted } = head;
  if (deleted) return [];
  const hands = [createdBy, ...(work?.handsOn ?? []), ...(publishedWithoutReview?.handsOn ?? [])];
  const isUnreviewed = publishedWithoutReview !== undefined || work?.withoutReview !== undefined;
  const isHandedOver = work && handedOver.includes(work.state);
  return [
    ...(work || isUnreviewed ? ['open'] : []),
    ...(isHandedOver || isUnreviewed ? ['handed-over'] : []),
    ...(work ? [`state:${work.state}`] : []),
    ...(live ? [`state:${live.withdrawn ? 'withdrawn' : 'live'}`] : []),
    `author:${createdBy.sub}`,
    `author:${createdBy.name}`,
    ...hands.map((hand) => mine(hand).term),
    ...aboutOf('', work ?? live),
    ...(isLive(head) ? aboutOf('live-', head.live) : []),
  ];
}

const aboutOf = (which: string, part: Listing | undefined): string[] =>
  part
    ? [
        `${which}type:${part.type}`,
        `${which}language:${part.language}`,
        ...part.topics.map((topic) => `${which}topic:${topic}`),
      ]
    : [];

/** Words by what they begin with. */
function filed(where: 'title' | 'text', words: Set<string>): [string, string][] {
  const kept = [...words].slice(0, mostWords);
  const groups = Map.groupBy(kept, (word) => `${where}:${beginningOf(word)}`);
  return [...groups].map(([term, members]) => [term, ` ${members.sort().join(' ')} `]);
}

/** The first two letters of an alphabet; one character of a script that has thousands. */
function beginningOf(word: string): string {
  const [first = '', second = ''] = word;
  return first >= '\u1100' ? first : first + second;
}
