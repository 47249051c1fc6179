/** A list of statements: its name, what it asks the API for, and which of the API's counts is of it. */
type List = { id: string; name: string; query: Record<string, string>; count?: string };

const ofState = (state: string, name: string): List => ({
  id: state,
  name,
  query: { state },
  count: state,
});

/** The lists of the desk, what somebody has to do something about first. */
export const lists: List[] = [
  { id: '', name: 'All', query: {} },
  { id: 'waiting', name: 'Waiting for me', query: { waiting: 'true' }, count: 'waiting' },
  { id: 'mine', name: 'Mine', query: { mine: 'true' }, count: 'mine' },
  ofState('draft', 'Drafts'),
  ofState('in-review', 'In review'),
  ofState('approved', 'Approved'),
  { id: 'scheduled', name: 'Scheduled', query: { due: 'true' }, count: 'scheduled' },
  ofState('failed', 'Failed'),
  ofState('live', 'Live'),
  ofState('withdrawn', 'Withdrawn'),
];

/** The list that is open, and what it is narrowed down by. */
export type Asked = Record<'list' | 'type' | 'language' | 'q', string>;

/** What the address of a list asks for: `#/?list=mine&q=fish`. */
export function askedBy(hash: string): Asked {
  const said = new URLSearchParams(hash.split('?')[1]);
  const value = (name: string) => said.get(name)?.trim() ?? '';
  return { list: value('list'), type: value('type'), language: value('language'), q: value('q') };
}

/** The address of a list; what is empty is left out. */
export function addressOf(asked: Asked): string {
  const said = new URLSearchParams(Object.entries(asked).filter(([, value]) => value !== ''));
  return said.size > 0 ? `#/?${said}` : '#/';
}

/** What a list asks the API for. */
export function queryOf({ list, ...narrowed }: Asked): Record<string, string> {
  const given = Object.entries(narrowed).filter(([, value]) => value !== '');
  return { ...lists.find(({ id }) => id === list)?.query, ...Object.fromEntries(given) };
}
