import { Problem } from '../../shared/errors.ts';
import type { ActionBodies, PostedAction } from '../../shared/statement/action-bodies.ts';
import type { Act, Change } from '../../shared/statement/change.ts';
import * as drafting from '../../shared/statement/drafting.ts';
import { momentOf } from '../../shared/statement/moment.ts';
import { approvesLive } from '../../shared/statement/permission.ts';
import { isLive } from '../../shared/statement/public.ts';
import { editionsAmong } from '../../shared/statement/public-acts.ts';
import * as publishing from '../../shared/statement/publishing.ts';
import * as scheduling from '../../shared/statement/scheduling.ts';
import type { Head, Override } from '../../shared/statement/statement.ts';
import * as withdrawing from '../../shared/statement/withdrawing.ts';
import { requireSlug } from '../../shared/table/addresses.ts';
import { readHead } from '../../shared/table/heads.ts';
import { readPublicActs, readText } from '../../shared/table/records.ts';
import { takeForRelease } from '../../shared/table/release.ts';
import { site } from '../../shared/this-site.ts';
import { table } from './operation.ts';

/** A request for an action that the rules have let pass: on which head, saying what, by an override or not. */
type Permitted<Name extends PostedAction> = {
  head: Head;
  said: ActionBodies[Name];
  act: Act;
  override: Override | undefined;
};

/** The change that each action is. */
export const changes: { [Name in PostedAction]: (permitted: Permitted<Name>) => Change | Promise<Change> } = {
  submit: ({ head, act }) => drafting.submit(withWork(head), act),
  approve: ({ head, act, override }) =>
    approvesLive(head)
      ? drafting.approveAfterwards(withLive(head), act)
      : drafting.approve(withWork(head), act, override),
  return: ({ head, said, act }) => drafting.sendBack(withWork(head), said.note, act),
  publish: async ({ head, said: { note, significance }, act: now, override }) => {
    const before = withWork(head);
    const said = { note, significance };
    if (before.live) publishing.requirePublicNote(said);
    const { content, taken, act } = await takeForWork(before, now);
    return publishing.publish(before, content, taken, act, said, override);
  },
  schedule: async ({ head, said, act, override }) => {
    const moment = momentOf(said, act.at);
    const before = withWork(head);
    if (before.live) publishing.requirePublicNote(said);
    await requireSlug(table, { id: head.id, at: act.at }, before.work);
    return scheduling.schedule(before, moment, said, act, override);
  },
  unschedule: ({ head, act }) => scheduling.unschedule(withSchedule(head), act),
  discard: ({ head, act }) => drafting.discard(withLive(head), act),
  withdraw: async ({ head, said, act }) => {
    const before = withLive(head);
    if (said.keepText && before.live.withdrawn?.keepText === false)
      throw new Problem(
        'illegal-transition',
        'The text was taken off the site. To show it again, restore it.',
      );
    if (said.replacedBy !== undefined) await requireLive(said.replacedBy, head.id);
    return withdrawing.withdraw(before, said, act);
  },
  restore: async ({ head, said: { note, significance }, act: now, override }) => {
    const before = withLive(head);
    const said = { note, significance };
    if (before.work?.state !== 'approved') {
      const content = await readText(table, head.id, before.live.text);
      return publishing.restoreLast(before, content, now, said);
    }
    publishing.requirePublicNote(said);
    const { content, taken, act } = await takeForWork(withWork(before), now);
    return publishing.restoreWork({ ...before, ...withWork(before) }, content, taken, act, said, override);
  },
  'amend-note': async ({ head, said, act }) => {
    const before = withLive(head);
    const editions = editionsAmong(await readPublicActs(table, before));
    const edition = editions.find((one) => one.edition === said.edition);
    if (!edition || edition.notes.length === 0)
      throw new Problem('invalid', `Edition ${said.edition} has no public note to correct.`, {
        errors: [{ pointer: '/edition', detail: 'is not an edition with a public note' }],
      });
    return withdrawing.amendNote(before, said, act);
  },
  restrict: ({ head, said, act }) => drafting.restrict(head, said, act),
  note: ({ head, said, act }) => drafting.remark(head, said.note, act),
};

async function takeForWork({ id, version, work, live }: drafting.WithWork, now: Act) {
  const content = await readText(table, id, work.text);
  const release = { id, version: version + 1, content, live };
  return { content, ...(await takeForRelease(table, site, release, now)) };
}

/** Throws `invalid` unless there is a live statement with this id, another than `self`. */
async function requireLive(id: string, self: string): Promise<void> {
  const head = id === self ? undefined : await readHead(table, id);
  if (head && isLive(head)) return;
  throw new Problem('invalid', 'What replaces a withdrawn statement is another one that is live.', {
    errors: [{ pointer: '/replacedBy', detail: 'is not the id of another live statement' }],
  });
}

/** The table of transitions lets through what has these parts; a head without one is a fault of ours. */
function withWork<Some extends Head>(head: Some): Some & drafting.WithWork {
  const { work } = head;
  if (!work) throw new Error(`The statement ${head.id} has no work copy`);
  return { ...head, work };
}

function withSchedule(head: Head): scheduling.Scheduled {
  if (!scheduling.isScheduled(head)) throw new Error(`The statement ${head.id} is not scheduled`);
  return head;
}

function withLive<Some extends Head>(head: Some): Some & drafting.WithLive {
  const { live } = head;
  if (!live) throw new Error(`The statement ${head.id} is not public`);
  return { ...head, live };
}
