import { describe, expect, it } from 'vitest';
import * as drafting from '../../../shared/statement/drafting.ts';
import { publicListing } from '../../../shared/statement/public.ts';
import { createPublished, publish } from '../../../shared/statement/publishing.ts';
import {
  dueInstant,
  failScheduled,
  isScheduled,
  publishScheduled,
  type Scheduled,
  schedule,
  unschedule,
} from '../../../shared/statement/scheduling.ts';
import type { Head } from '../../../shared/statement/statement.ts';
import { act, committed, content, person, taken, text, withLive, withWork } from './sample.ts';

const [ben, cyd] = [person('Ben'), person('Cyd', 'admin')];
const moment = { at: '2026-05-05T10:00:00+02:00', local: '2026-05-05T10:00', timeZone: 'Europe/Paris' };
const override = { at: act().at, by: { sub: cyd.sub, name: 'Cyd' }, reason: 'Fire.' };
const said = { note: 'The hour was wrong.', significance: 'minor' as const };

const draft = withWork(committed(drafting.create('id', text, act())));
const inReview = withWork(committed(drafting.submit(draft, act('b2'))));
const approved = withWork(committed(drafting.approve(inReview, act('c3', ben))));
const live = withLive(committed(createPublished('id', text, taken, act())));
const correction = withWork(committed(drafting.edit(live, text, act('b2'))));

function scheduled(head: Head): Scheduled {
  if (!isScheduled(head)) throw new Error('The head is not scheduled');
  return head;
}
const planned = (before = approved, more = {}, by = ben) =>
  scheduled(committed(schedule(before, moment, more, act('d4', by))));
const at = (instant: string) => act('e5', ben, instant);

describe('a work copy that is scheduled', () => {
  it('knows its moment, who wants it and what it says of itself', () => {
    const { after, entry } = schedule(correction, moment, said, act('d4', ben));
    expect(after.work).toMatchObject({
      state: 'scheduled',
      title: content.title,
      schedule: { ...moment, ...said, by: ben, from: 'draft' },
    });
    expect(after.live).toEqual(live.live);
    expect(entry).toMatchObject({ action: 'schedule', scheduled: moment, ...said, actor: { name: 'Ben' } });
    expect(dueInstant(scheduled(committed(schedule(correction, moment, said, act()))))).toBe(
      '2026-05-05T08:00:00.000Z',
    );
  });

  it.each([
    ['draft', draft],
    ['in-review', inReview],
    ['approved', approved],
  ])('goes back to what it was when it is unscheduled: %s', (state, before) => {
    const twice = planned(planned(before));
    const { after, entry } = unschedule(twice, act('f6'));
    expect(after.work).toEqual({ ...before.work, state });
    expect(entry.action).toBe('unschedule');
  });

  it('by an override is a text without review, until it is unscheduled, or somebody else approves it', () => {
    const change = schedule(draft, moment, {}, act('d4', cyd), override);
    expect(change.entry).toMatchObject({ override: true, reason: 'Fire.' });
    const waiting = scheduled(committed(change));
    expect(waiting.work.withoutReview).toEqual(override);
    expect(unschedule(waiting, act('f6')).after.work).not.toHaveProperty('withoutReview');

    const stoodBy = scheduled(committed(drafting.approve(waiting, act('e5', ben))));
    expect(stoodBy.work).toMatchObject({ state: 'scheduled', handsOn: [] });
    expect(unschedule(stoodBy, act('f6')).after.work?.state).toBe('approved');
  });

  it('is released like any other by a publish before its time', () => {
    expect(publish(planned(), content, taken, act('e5'), {}).after.work).toBeUndefined();
  });
});

describe('a scheduled publication', () => {
  it('is the act of whoever scheduled it', () => {
    const { after, entry } = publishScheduled(planned(), content, taken, at('2026-05-05T08:00:00.150Z'));
    expect(after.work).toBeUndefined();
    expect(after.live).toMatchObject({ edition: 1, firstPublished: '2026-05-05T08:00:00.150Z' });
    expect(after.live).not.toHaveProperty('late');
    expect(entry).toMatchObject({ action: 'publish', scheduled: moment, actor: { name: 'Ben' } });
    expect(entry).not.toHaveProperty('lateSeconds');
  });

  it('over a live text is a correction with its public note', () => {
    const { after, entry, record } = publishScheduled(
      planned(correction, said),
      content,
      taken,
      at('2026-05-05T08:00:01.000Z'),
    );
    expect(after.live).toMatchObject({ edition: 2, ...said });
    expect(record).toMatchObject({ action: 'correct', ...said });
    expect(Object.keys(entry)).not.toContain('by');
  });

  it('says by how much it is late, to the office alone', () => {
    const change = publishScheduled(planned(), content, taken, at('2026-05-05T08:02:03.500Z'));
    expect(change.entry.lateSeconds).toBe(123.5);
    const late = withLive(committed(change));
    expect(late.live.late).toEqual({ seconds: 123.5, after: moment.at });
    expect(publicListing(late)).not.toHaveProperty('late');
    const edited = withWork(committed(drafting.edit(late, text, act('f6'))));
    expect(publish(edited, content, taken, act('g7'), said).after.live).not.toHaveProperty('late');
  });

  it('without review is public with its flag', () => {
    const waiting = scheduled(committed(schedule(draft, moment, {}, act('d4', cyd), override)));
    const { after } = publishScheduled(waiting, content, taken, at('2026-05-05T08:00:00.000Z'));
    expect(after.publishedWithoutReview).toMatchObject({ reason: 'Fire.', handsOn: [{}, {}, {}] });
  });
});

describe('one that could not go out', () => {
  const failed = withWork(
    committed(
      failScheduled(planned(), 'Another statement has the slug reef.', at('2026-05-05T08:00:00.000Z')),
    ),
  );

  it('says why, on the work copy and in the trail', () => {
    expect(failed.work).toMatchObject({
      state: 'failed',
      failure: { at: '2026-05-05T08:00:00.000Z', reason: 'Another statement has the slug reef.' },
      schedule: moment,
    });
    const { entry } = failScheduled(planned(), 'Why.', act('e5', ben));
    expect(entry).toMatchObject({
      action: 'fail',
      reason: 'Why.',
      scheduled: moment,
      actor: { name: 'Ben' },
    });
  });

  it('can be scheduled again, and is what it was when that is undone', () => {
    const again = planned(failed);
    expect(again.work).not.toHaveProperty('failure');
    expect(unschedule(again, act('f6')).after.work?.state).toBe('approved');
  });

  it('has no schedule and no failure any more as a draft', () => {
    for (const { after } of [
      drafting.edit(failed, text, act('f6')),
      drafting.sendBack(failed, 'No.', act('f6')),
    ]) {
      expect(after.work?.state).toBe('draft');
      expect(after.work).not.toHaveProperty('schedule');
      expect(after.work).not.toHaveProperty('failure');
    }
  });
});
