import type { Role } from '../../shared/statement/roles.ts';
import type { Head } from '../../shared/statement/statement.ts';
import type { Action } from '../../shared/statement/transitions.ts';

/** Two of each role, so that there is somebody else; on some days only the first of them are there. */
export const people: { name: string; role: Role }[] = [
  { name: 'Ada', role: 'admin' },
  { name: 'Eve', role: 'editor' },
  { name: 'Ann', role: 'author' },
  { name: 'Bob', role: 'author' },
  { name: 'Ed', role: 'editor' },
  { name: 'Al', role: 'admin' },
];
export type Person = (typeof people)[number];

/** What a request is made of: a statement, choices as bits of a number, words nobody has said, other statements. */
export type Choices = { head: Head; bit: (n: number) => boolean; words: () => string; others: Head[] };

/** A request of the API. `mayBe` are the refusals that more than role, state and review can bring. */
export type Request = { method: string; path: string; body?: object; mayBe?: number[] };

const override = ({ bit, words }: Choices) =>
  bit(3) ? { override: true, ...(!(bit(4) && bit(5)) && { reason: `Reason ${words()}.` }) } : {};
const noted = ({ bit, words }: Choices) => ({
  note: `Note ${words()}.`,
  significance: bit(0) ? 'major' : 'minor',
});
const other = ({ others, bit }: Choices) => others[Number(bit(4))]?.id;

/** How each action is asked for. A new action of the API is one more entry, and one in `life.ts`. */
const requests: Record<Action, (choices: Choices) => Omit<Request, 'method' | 'path'> & Partial<Request>> = {
  edit: (choices) => ({ method: 'PATCH', path: '', body: textOf(choices) }),
  delete: () => ({ method: 'DELETE', path: '' }),
  submit: () => ({}),
  approve: (choices) => ({ body: override(choices), mayBe: [422] }),
  return: ({ words }) => ({ body: { note: `Return ${words()}.` } }),
  publish: (choices) => ({
    body: { ...(choices.head.live && noted(choices)), ...override(choices) },
    mayBe: [409, 422],
  }),
  schedule: (choices) => ({
    body: {
      at: new Date(Date.now() + (choices.bit(1) ? 30 : 300) * 1000).toISOString(),
      ...(choices.head.live && noted(choices)),
      ...override(choices),
    },
    mayBe: [409, 422],
  }),
  unschedule: () => ({}),
  discard: () => ({}),
  withdraw: (choices) => ({
    body: {
      reason: `Withdrawn ${choices.words()}.`,
      keepText: choices.bit(2),
      ...(choices.bit(3) && { replacedBy: other(choices) }),
    },
    mayBe: [409, 422],
  }),
  restore: (choices) => ({ body: { ...noted(choices), ...override(choices) }, mayBe: [409, 422] }),
  'amend-note': (choices) => ({
    body: { edition: choices.bit(0) ? 2 : 1, note: `Amended ${choices.words()}.` },
    mayBe: [422],
  }),
  // Whom it is limited to is a question of reading, and everybody here is asked about everything.
  restrict: () => ({ body: { restrictedTo: [] } }),
  note: ({ words }) => ({ path: '/notes', body: { note: `Inside ${words()}.` } }),
};

/** The request for an action on a statement. */
export function requestFor(action: Action, choices: Choices): Request {
  const { path = `/${action}`, method = 'POST', ...rest } = requests[action](choices);
  return { method, path: `/statements/${choices.head.id}${path}`, ...rest };
}

/** The request for a new statement; some ask to be published, some are translations. */
export function requestToCreate(choices: Omit<Choices, 'head'>): Request {
  const { bit, others } = choices;
  const original = bit(4) ? others[0] : undefined;
  const { slug, ...said } = textOf(choices);
  const body = {
    type: 'statement',
    language: bit(3) ? 'fr' : 'en',
    ...said,
    ...(slug && { slug }),
    ...(bit(5) && { publish: true }),
    ...(original && { translationOf: original.id }),
  };
  return { method: 'POST', path: '/statements', body, mayBe: [403, 409, 422] };
}

/**
 * A text: many have the same title, or ask for the same address. A title with words of its own has a slug beside
 * it, so that every word on the site is one that was said there, and not part of an address.
 */
function textOf({ bit, words }: Omit<Choices, 'head'>) {
  const own = words();
  return {
    body: `It was said: ${own}.`,
    date: bit(0) ? '2026-05-03' : '2026-05-04',
    ...(bit(1) ? { title: `Title ${own}`, slug: bit(2) ? 'one' : 'two' } : { title: 'The reef', slug: null }),
  };
}
