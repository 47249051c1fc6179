import type { Review, Role } from './roles.ts';
import { type Head, type WorkState, workStates } from './statement.ts';

/** Where a statement stands: the state of its work copy, if it has one, and whether something is public. */
export type Situation = {
  work: WorkState | 'none';
  live: LiveState;
  /** Whether an admin's override stands in the place of somebody's approval. */
  unreviewed: boolean;
};
export const liveStates = ['none', 'live', 'withdrawn'] as const;
export type LiveState = (typeof liveStates)[number];

/**
 * One row of the table. `from` says, by what is public, with which work copies the action is legal; `becomes`
 * what it makes of either; `least` the least role by the site's review rule; `when` says it in words, for
 * refusals and for docs/life-of-a-statement.md. `orUnreviewed` makes it legal, too, while an override stands
 * in the place of an approval. `reviewed` marks what the review rule keeps from those with a hand in the text;
 * an admin may override that, with a reason.
 */
export type Transition = {
  when: string;
  from: Partial<Record<LiveState, readonly Situation['work'][]>>;
  orUnreviewed?: true;
  becomes: Partial<Pick<Situation, 'work' | 'live'>>;
  least: Record<Review, Role>;
  reviewed?: true;
};

const anybody: Transition['least'] = { optional: 'author', required: 'author' };
/** With review `optional`, a press officer alone at night may do all that editors do. */
const editors: Transition['least'] = { optional: 'author', required: 'editor' };

const anyWork = workStates;
const whatever = ['none', ...workStates] as const;
/** A text that waits for its second stays as it is until it is unscheduled. */
const unscheduled = ['draft', 'in-review', 'approved', 'failed'] as const;
const noneOrUnscheduled = ['none', ...unscheduled] as const;

/** The life of a statement: every action on one, from where, to where, by whom. */
export const transitions = {
  edit: {
    when: 'Its text can be changed unless it is scheduled. Beside a public text, that makes a work copy.',
    from: { none: unscheduled, live: noneOrUnscheduled, withdrawn: noneOrUnscheduled },
    becomes: { work: 'draft' },
    least: anybody,
  },
  submit: {
    when: 'A draft can be submitted for review.',
    from: { none: ['draft'], live: ['draft'], withdrawn: ['draft'] },
    becomes: { work: 'in-review' },
    least: anybody,
  },
  approve: {
    when: 'A text in review can be approved; and afterwards, by somebody else, what went without review.',
    from: { none: ['in-review'], live: ['in-review'], withdrawn: ['in-review'] },
    orUnreviewed: true,
    becomes: { work: 'approved' },
    least: editors,
    reviewed: true,
  },
  return: {
    when: 'A text in review, or approved and not scheduled, can be returned.',
    from: {
      none: ['in-review', 'approved', 'failed'],
      live: ['in-review', 'approved', 'failed'],
      withdrawn: ['in-review', 'approved', 'failed'],
    },
    becomes: { work: 'draft' },
    least: editors,
  },
  publish: {
    when: 'A work copy can be published, first or as a correction. Over a withdrawn text, restore does that.',
    from: { none: anyWork, live: anyWork },
    becomes: { work: 'none', live: 'live' },
    least: editors,
    reviewed: true,
  },
  schedule: {
    when: 'A work copy can be scheduled, and scheduled anew, first or as a correction. Nothing else can be scheduled.',
    from: { none: anyWork, live: anyWork },
    becomes: { work: 'scheduled' },
    least: editors,
    reviewed: true,
  },
  unschedule: {
    when: 'What is scheduled can be unscheduled; it is then in the state that it had before.',
    from: { none: ['scheduled'], live: ['scheduled'], withdrawn: ['scheduled'] },
    becomes: {},
    least: editors,
  },
  discard: {
    when: 'A work copy can be discarded beside a public text. What was never public can be deleted whole.',
    from: { live: unscheduled, withdrawn: unscheduled },
    becomes: { work: 'none' },
    least: anybody,
  },
  delete: {
    when: 'Only what was never public can be deleted. What was public can be withdrawn.',
    from: { none: unscheduled },
    becomes: { work: 'none' },
    least: anybody,
  },
  withdraw: {
    when: 'What is public can be withdrawn, and once withdrawn, withdrawn again to change the notice.',
    from: { live: whatever, withdrawn: whatever },
    becomes: { live: 'withdrawn' },
    least: editors,
  },
  restore: {
    when: 'What is withdrawn can be restored: with its work copy, if that is approved, else as it was.',
    from: { withdrawn: whatever },
    becomes: { live: 'live' },
    least: editors,
    reviewed: true,
  },
  'amend-note': {
    when: 'The public note of an edition can be corrected while the statement is live.',
    from: { live: whatever },
    becomes: {},
    least: editors,
  },
  restrict: {
    when: 'Who may read what is not public can be limited to named people, and the limit lifted.',
    from: { none: anyWork, live: whatever, withdrawn: whatever },
    becomes: {},
    least: anybody,
  },
  note: {
    when: 'A remark inside the office can be made on anything.',
    from: { none: anyWork, live: whatever, withdrawn: whatever },
    becomes: {},
    least: anybody,
  },
} as const satisfies Record<string, Transition>;

export type Action = keyof typeof transitions;
export const actions = Object.keys(transitions).filter((name): name is Action => name in transitions);

/** The row of an action, as the type of all rows. */
export const transitionOf = (action: Action): Transition => transitions[action];

/** What of a head the rules look at. */
export type Standing = Pick<Head, 'live' | 'work' | 'publishedWithoutReview' | 'restrictedTo'>;

/** Where a head stands. */
export function situationOf({ live, work, publishedWithoutReview }: Standing): Situation {
  return {
    work: work?.state ?? 'none',
    live: !live ? 'none' : live.withdrawn ? 'withdrawn' : 'live',
    unreviewed: publishedWithoutReview !== undefined || work?.withoutReview !== undefined,
  };
}

/** Whether an action is legal from a situation, whoever asks. */
export function isLegal(action: Action, { work, live, unreviewed }: Situation): boolean {
  const { from, orUnreviewed } = transitionOf(action);
  return (from[live]?.includes(work) || (orUnreviewed && unreviewed)) ?? false;
}
