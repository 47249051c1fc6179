import { parseSiteFile } from '../../../shared/site-file.ts';
import type { Act, Text } from '../../../shared/statement/lifecycle.ts';
import type { KeptContent } from '../../../shared/statement/statement.ts';

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

/** An act by an editor at a fixed instant; `change` tells one act from another. */
export const act = (change = 'a1'): Act => ({
  caller: { sub: 'sub-1', name: 'Ada', role: 'editor', client: 'desk' },
  at: '2026-05-04T10:00:00.000Z',
  change,
});
