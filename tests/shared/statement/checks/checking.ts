import { parseSiteFile } from '../../../../shared/site-file.ts';
import type { Checked } from '../../../../shared/statement/checks/check.ts';
import { readForChecks } from '../../../../shared/statement/checks/checked.ts';
import { check } from '../../../../shared/statement/checks/checks.ts';
import { textOf } from '../../../../shared/statement/reading.ts';
import type { KeptContent } from '../../../../shared/statement/statement.ts';
import { content } from '../sample.ts';

const site = parseSiteFile({
  id: 'test',
  name: { en: 'T', fr: 'T', es: 'T', ru: 'Т', ar: 'م', zh: '测' },
  languages: ['en', 'fr', 'es', 'ru', 'ar', 'zh'].map((code) => ({ code, name: code })),
  timeZone: 'Europe/Lisbon',
  origin: 'https://press.example',
  from: 'press@press.example',
});

type Around = Partial<Pick<Checked, 'publicDate' | 'now' | 'targets' | 'sameTitle'>>;

/** A text as the checks look at it: on its own date, unless something else is said. */
export function read(changes: Partial<KeptContent>, around: Around = {}): Checked {
  const of = { ...content, ...changes };
  const { excerpt } = textOf(site, of);
  const now = new Date('2026-05-04T10:00:00Z');
  const known = { excerpt, publicDate: undefined, origin: site.origin, now, ...around };
  return {
    targets: new Map(),
    sameTitle: undefined,
    ...around,
    ...readForChecks(site, { content: of, ...known }),
  };
}

/** What the checks find in a text. */
export const checked = (changes: Partial<KeptContent>, around: Around = {}) => check(read(changes, around));

/** The same, for a body alone: what is asked and on which line. */
export const askedOf = (body: string, changes: Partial<KeptContent> = {}) =>
  checked({ body, ...changes }).map(({ code, place }) => (place ? `${code} ${place.line}` : code));
