import { dayText } from '../shared/labels/dates.ts';
import type { Config } from './config.ts';
import { typeName } from './names.ts';
import { make } from './page.ts';
import type { Statement } from './statement.ts';

const states: Record<string, string> = { 'in-review': 'in review', failed: 'failed to go out' };

/** A statement in a list: where it stands, what it is, its title. */
export function row(config: Config, { id, url, live, work }: Statement): HTMLLIElement {
  const part = work ?? live;
  if (!part) return make('li', {}, make('p', { className: 'kicker' }, `Restricted to others (${id})`));
  const due = work?.state === 'scheduled' ? work.schedule?.siteTime : undefined;
  const kicker = make(
    'p',
    { className: 'kicker' },
    ...(live ? [make('b', { className: 'live' }, liveName(live))] : []),
    ...(work ? [make('b', { className: 'work' }, stateName(work.state, live !== null))] : []),
    ...(due ? [make('time', { dateTime: due }, minuteOf(due))] : []),
    make('span', {}, typeName(config, part.type)),
    make('time', { dateTime: part.date }, dayText(part.date, 'en')),
  );
  const title = make('a', { href: `#/statements/${id}`, lang: part.language }, part.title);
  const item = make('li', {}, kicker, make('h2', {}, title));
  if (live) item.append(make('p', { className: 'links' }, make('a', { href: url }, 'Live page')));
  return item;
}

/** An instant on the clock of its own offset, to the minute: `4 May 2026, 10:00`. */
export const minuteOf = (at: string): string => `${dayText(at.slice(0, 10), 'en')}, ${at.slice(11, 16)}`;

function liveName({ withdrawn, edition }: NonNullable<Statement['live']>): string {
  if (withdrawn) return 'Withdrawn';
  return edition > 1 ? `Live, edition ${edition}` : 'Live';
}

/** A work copy's state in words: beside a live part, a draft is of a correction. */
export function stateName(state: string, isLive: boolean): string {
  const words = states[state] ?? state;
  return isLive ? `Correction: ${words}` : words.charAt(0).toUpperCase() + words.slice(1);
}
