import { describe, expect, it } from 'vitest';
import * as drafting from '../../../shared/statement/drafting.ts';
import { createPublished } from '../../../shared/statement/publishing.ts';
import { workStates } from '../../../shared/statement/statement.ts';
import {
  type Action,
  actions,
  isLegal,
  type LiveState,
  liveStates,
  type Situation,
  situationOf,
} from '../../../shared/statement/transitions.ts';
import { withdraw } from '../../../shared/statement/withdrawing.ts';
import { act, committed, taken, text, withLive } from './sample.ts';

/** What can be done with a statement, by what is public and by its work copy: the same as the table, said by hand. */
const legal: Record<LiveState, Partial<Record<Situation['work'], string>>> = {
  none: {
    draft: 'edit submit publish schedule delete restrict note',
    'in-review': 'edit approve return publish schedule delete restrict note',
    approved: 'edit return publish schedule delete restrict note',
    scheduled: 'publish schedule unschedule restrict note',
    failed: 'edit return publish schedule delete restrict note',
  },
  live: {
    none: 'edit withdraw amend-note restrict note',
    draft: 'edit submit publish schedule discard withdraw amend-note restrict note',
    'in-review': 'edit approve return publish schedule discard withdraw amend-note restrict note',
    approved: 'edit return publish schedule discard withdraw amend-note restrict note',
    scheduled: 'publish schedule unschedule withdraw amend-note restrict note',
    failed: 'edit return publish schedule discard withdraw amend-note restrict note',
  },
  withdrawn: {
    none: 'edit withdraw restore restrict note',
    draft: 'edit submit discard withdraw restore restrict note',
    'in-review': 'edit approve return discard withdraw restore restrict note',
    approved: 'edit return discard withdraw restore restrict note',
    scheduled: 'unschedule withdraw restore restrict note',
    failed: 'edit return discard withdraw restore restrict note',
  },
};
const works = ['none', ...workStates] as const;
const situations = liveStates.flatMap((live) =>
  works.flatMap((work) => (live === 'none' && work === 'none' ? [] : [{ live, work, unreviewed: false }])),
);

describe.each(situations)('what is $live, with a work copy $work,', (situation) => {
  const { live, work } = situation;
  it(`can have: ${legal[live][work]}`, () => {
    expect(actions.filter((action) => isLegal(action, situation)).join(' ')).toBe(legal[live][work]);
  });

  it('can be approved by somebody else while an override stands for an approval', () => {
    const more = actions.filter((action) => isLegal(action, { ...situation, unreviewed: true }));
    expect(new Set(more)).toEqual(
      new Set<Action>(['approve', ...actions.filter((a) => isLegal(a, situation))]),
    );
  });
});

it('a head says where it stands', () => {
  const draft = committed(drafting.create('id', text, act()));
  const live = withLive(committed(createPublished('id', text, taken, act())));
  const gone = committed(withdraw(live, { reason: 'A mistake.', keepText: true }, act('b2')));
  const override = { at: act().at, by: { sub: 's', name: 'Ada' }, reason: 'Fire.' };
  expect(situationOf(draft)).toEqual({ work: 'draft', live: 'none', unreviewed: false });
  expect(situationOf(live)).toEqual({ work: 'none', live: 'live', unreviewed: false });
  expect(situationOf(gone)).toEqual({ work: 'none', live: 'withdrawn', unreviewed: false });
  expect(situationOf({ ...live, publishedWithoutReview: { ...override, handsOn: [] } }).unreviewed).toBe(
    true,
  );
});
