import { type Act, type Change, changeOf } from './change.ts';
import { saidOf, type WithWork } from './drafting.ts';
import { type PublicNote, publish, type Taken } from './publishing.ts';
import type { Head, KeptContent, Moment, Override, Schedule, WorkPart } from './statement.ts';

/** A head whose work copy waits for its second. */
export type Scheduled = Head & { work: WorkPart & { schedule: Schedule } };
export const isScheduled = (head: Head): head is Scheduled =>
  head.work?.state === 'scheduled' && head.work.schedule !== undefined;

/** A publication is promised no earlier than its second, and at most so many seconds after it. */
export const punctualSeconds = 2;

/** The work copy goes out at a moment, as a first edition or as a correction that says this of itself. */
export function schedule(
  before: WithWork,
  moment: Moment,
  { note, significance }: PublicNote,
  act: Act,
  override?: Override,
): Change {
  const { failure: _, ...work } = before.work;
  const from = work.schedule?.from ?? stateBefore(work.state);
  const said = { note, significance };
  const after: WorkPart = {
    ...work,
    state: 'scheduled',
    withoutReview: override ?? work.withoutReview,
    schedule: { ...moment, ...said, by: act.caller, from },
  };
  return changeOf(
    before,
    'schedule',
    act,
    { work: after },
    { scheduled: moment, ...said, ...saidOf(override) },
  );
}

/** The work copy waits for nothing any more. An override that scheduled what nobody had approved goes with it. */
export function unschedule(before: Scheduled, act: Act): Change {
  const {
    schedule: { from },
    withoutReview,
    ...kept
  } = before.work;
  const work = { ...kept, state: from, ...(from === 'approved' && { withoutReview }) };
  return changeOf(before, 'unschedule', act, { work });
}

/** Its second has come: the work copy is published as whoever scheduled it wants it. */
export function publishScheduled(before: Scheduled, content: KeptContent, taken: Taken, act: Act): Change {
  const { schedule } = before.work;
  const { note, significance } = schedule;
  const change = publish(before, content, taken, act, { note, significance });
  const { live } = change.after;
  const seconds = (Date.parse(act.at) - Date.parse(schedule.at)) / 1000;
  const isLate = seconds > punctualSeconds;
  return {
    ...change,
    after: {
      ...change.after,
      live: live && { ...live, ...(isLate && { late: { seconds, after: schedule.at } }) },
    },
    entry: { ...change.entry, scheduled: momentOf(schedule), ...(isLate && { lateSeconds: seconds }) },
  };
}

/** Its second has come, and it can't go out, for a reason that waiting doesn't mend: somebody has to look at it. */
export function failScheduled(before: Scheduled, reason: string, act: Act): Change {
  const { work } = before;
  const after: WorkPart = { ...work, state: 'failed', failure: { at: act.at, reason } };
  return changeOf(before, 'fail', act, { work: after }, { scheduled: momentOf(work.schedule), reason });
}

/** The instant at which a work copy goes out, in UTC to the millisecond. */
export const dueInstant = ({ work }: Scheduled): string => new Date(work.schedule.at).toISOString();

/** How long it is until then, in milliseconds; less than nothing once it is late. */
export const millisecondsLeft = ({ work }: Scheduled, now = Date.now()): number =>
  Date.parse(work.schedule.at) - now;

const stateBefore = (state: WorkPart['state']): Schedule['from'] =>
  state === 'scheduled' || state === 'failed' ? 'draft' : state;

const momentOf = ({ at, local, timeZone }: Moment): Moment => ({ at, local, timeZone });
