import type { Answer } from '../../shared/http.ts';
import { onClockOf } from '../../shared/statement/moment.ts';
import { pathOf } from '../../shared/statement/paths.ts';
import { possibleActions } from '../../shared/statement/permission.ts';
import { asReadBy } from '../../shared/statement/readers.ts';
import type { Caller } from '../../shared/statement/roles.ts';
import { slugOf } from '../../shared/statement/slugs.ts';
import type {
  Head,
  LivePart,
  Override,
  Person,
  Schedule,
  WorkPart,
} from '../../shared/statement/statement.ts';
import { etagOf } from '../../shared/table/commit.ts';
import { site } from '../../shared/this-site.ts';
import type { LiveView, OverrideView, ScheduleView, StatementView, WorkView } from './contract/answers.ts';
import { origin } from './operation.ts';
import { translationsView } from './translations-view.ts';

/** The texts of a head's parts, where they are wanted. */
export type Bodies = { live?: string; work?: string };

/**
 * A statement as the API shows it to a caller, with what they may read of it and do now. Without `bodies`, as lists
 * show it: its texts are left out.
 */
export function statementView(whole: Head, caller: Caller, bodies: Bodies = {}): StatementView {
  const head = asReadBy(whole, caller);
  const { id, version, createdAt, createdBy, live, work, publishedWithoutReview, restrictedTo } = head;
  const path = addressOf(head);
  return {
    id,
    version,
    path,
    url: path && origin + path,
    reference: live?.reference ?? null,
    createdAt,
    createdBy,
    live: live ? { ...liveView(live), ...(bodies.live !== undefined && { body: bodies.live }) } : null,
    work: work ? { ...workView(work), ...(bodies.work !== undefined && { body: bodies.work }) } : null,
    restrictedTo: restrictedTo?.filter((one) => one !== createdBy.sub) ?? null,
    publishedWithoutReview: publishedWithoutReview ? overrideView(publishedWithoutReview) : null,
    ...possibleActions(whole, caller, site.review),
  };
}

/** The answer to a call that reads or changes one statement. */
export async function statementAnswer(
  head: Head,
  caller: Caller,
  bodies: Bodies,
  status = 200,
): Promise<Answer> {
  return {
    status,
    headers: { ETag: etagOf(head), ...(status === 201 && { Location: `/api/v1/statements/${head.id}` }) },
    body: { ...statementView(head, caller, bodies), translations: await translationsView(head, caller) },
  };
}

/**
 * The address that a statement has, or, while it isn't public, would have by what its work copy says now. Where that is
 * for others to read, it is nobody else's.
 */
export function addressOf({ id, live, work }: Head): string | null {
  if (live) return live.path;
  if (!work) return null;
  const { language, date, title, type, slug } = work;
  return pathOf(language, date, slug ?? slugOf(title, { type, id }));
}

function liveView({ text: _, record: __, act: ___, ...live }: LivePart): LiveView {
  return live;
}

function workView({ text: _, handsOn, withoutReview, schedule, ...work }: WorkPart): WorkView {
  return {
    ...work,
    handsOn: handsOn.map(named),
    ...(withoutReview && { withoutReview: overrideView(withoutReview) }),
    ...(schedule && { schedule: scheduleView(schedule) }),
  };
}

/** A schedule as it was said, and on the site's clock. */
const scheduleView = ({ at, local, timeZone, by, note, significance }: Schedule): ScheduleView => ({
  at,
  local,
  timeZone,
  siteTime: onClockOf(site.timeZone, at),
  siteTimeZone: site.timeZone,
  by: named(by),
  note,
  significance,
});

const overrideView = ({ at, by, reason }: Override): OverrideView => ({ at, by: named(by), reason });

const named = ({ name }: Person): string => name;
