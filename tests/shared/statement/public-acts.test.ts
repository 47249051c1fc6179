import { describe, expect, it } from 'vitest';
import type { Change } from '../../../shared/statement/change.ts';
import { edit } from '../../../shared/statement/drafting.ts';
import { actsUntil, editionsAmong, type KeptActs, PublicAct } from '../../../shared/statement/public-acts.ts';
import { createPublished, publish } from '../../../shared/statement/publishing.ts';
import { amendNote, withdraw } from '../../../shared/statement/withdrawing.ts';
import { act, committed, content, person, taken, text, withLive, withWork } from './sample.ts';

const kept: KeptActs = new Map();
function done(change: Change) {
  const head = committed(change);
  if (change.record && head.live) kept.set(head.live.record, PublicAct.parse(change.record));
  return head;
}
const on = (day: number, change: string) => act(change, person('Ada'), `2026-05-0${day}T10:00:00.000Z`);

const first = withLive(done(createPublished('id', text, taken, on(4, 'a'))));
const work = withWork(done(edit(first, text, on(5, 'b'))));
const note = { note: 'A wrod was wrong.', significance: 'minor' as const };
const second = withLive(done(publish(work, content, taken, on(6, 'c'), note)));
done(withdraw(second, { reason: 'It lost the race.', keepText: true }, on(7, 'lost')));
const third = withLive(done(amendNote(second, { edition: 2, note: 'A word was wrong.' }, on(7, 'd'))));
const last = withLive(done(withdraw(third, { reason: 'A mistake.', keepText: true }, on(8, 'e'))));

describe('what was done in public', () => {
  const acts = actsUntil(kept, last.live.record);

  it('is in its order, without what lost a race', () => {
    expect(acts.map(({ action }) => action)).toEqual(['publish', 'correct', 'amend-note', 'withdraw']);
  });

  it('was as it was, up to any of its records', () => {
    expect(actsUntil(kept, second.live.record).map(({ action }) => action)).toEqual(['publish', 'correct']);
  });

  it('has each edition with every wording of its note', () => {
    expect(editionsAmong(acts).map(({ edition, notes }) => [edition, notes])).toEqual([
      [1, []],
      [
        2,
        [
          { note: 'A wrod was wrong.', at: '2026-05-06T10:00:00.000Z' },
          { note: 'A word was wrong.', at: '2026-05-07T10:00:00.000Z' },
        ],
      ],
    ]);
  });
});
