import { make } from './page.ts';
import { minuteOf, stateName } from './row.ts';
import type { Statement } from './statement.ts';

/** What is public of a statement and what isn't, and what went wrong with its schedule. */
export function standingOf(statement?: Statement): (Node | string)[] {
  if (!statement) return [];
  const { live, work, url } = statement;
  const said = [work && workOf(work, live !== null), live && liveOf(live)].filter((words) => words !== null);
  const link = live ? [' ', make('a', { href: url }, 'See the live page')] : [];
  return [said.join(' '), ...link];
}

function workOf({ state, schedule, failure }: NonNullable<Statement['work']>, isLive: boolean): string {
  if (state === 'draft' && !isLive) return 'A draft: nobody outside can see it.';
  if (state === 'scheduled' && schedule)
    return `${stateName(state, isLive)} for ${minuteOf(schedule.siteTime)} (${schedule.siteTimeZone}). To change its text, unschedule it.`;
  return `${stateName(state, isLive)}${failure ? `: ${failure.reason}` : ''}.`;
}

function liveOf({ withdrawn, edition, late }: NonNullable<Statement['live']>): string {
  if (withdrawn) return `Withdrawn: ${withdrawn.reason}`;
  return `Live, edition ${edition}${late ? `, ${Math.ceil(late.seconds)} seconds late` : ''}.`;
}
