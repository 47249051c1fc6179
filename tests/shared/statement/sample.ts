import { parseSiteFile } from '../../../shared/site-file.ts';
import type { Act, Change, Text } from '../../../shared/statement/change.ts';
import type { Taken } from '../../../shared/statement/publishing.ts';
import type { Caller, Role } from '../../../shared/statement/roles.ts';
import type { Head, KeptContent } from '../../../shared/statement/statement.ts';

/** The site, a text and an act that tests of the rules take as given. */
export const site = parseSiteFile({
  id: 'test',
  name: { en: 'Test Institute', ru: 'Институт' },
  languages: [
    { code: 'en', name: 'English' },
    { code: 'ru', name: 'Русский' },
  ],
  timeZone: 'Europe/Lisbon',
  review: 'optional',
  origin: 'https://press.example',
  from: 'press@press.example',
});

export const content: KeptContent = {
  type: 'press-release',
  language: 'en',
  title: 'The reef is open',
  body: 'The reef is open again.',
  date: '2026-05-04',
  topics: [],
  speakers: [],
  contacts: [],
};

export const text: Text = { content, excerpt: 'The reef is open again.' };

export const taken: Taken = { slug: 'the-reef-is-open', reference: 'PR/2026/1' };

/** Somebody of the office, by a name that is their subject too. */
export const person = (name: string, role: Role = 'editor'): Caller => ({
  sub: `sub-${name}`,
  name,
  role,
  client: 'desk',
});

/** An act at a fixed instant, by Ada the editor unless somebody else is named; `change` tells one from another. */
export const act = (change = 'a1', caller = person('Ada'), at = '2026-05-04T10:00:00.000Z'): Act => ({
  caller,
  at,
  change,
});

/** The head that a change makes, as a commit would leave it. */
export const committed = (change: Change): Head => ({ ...change.after, lastEntry: 'sealed' });

/** The same head, for those who need it with both of its parts, or one. */
export function withWork<Some extends Head>(head: Some) {
  const { work } = head;
  if (!work) throw new Error('The head has no work copy');
  return { ...head, work };
}
export function withLive<Some extends Head>(head: Some) {
  const { live } = head;
  if (!live) throw new Error('The head is not public');
  return { ...head, live };
}
