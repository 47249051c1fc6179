import type { SealedEntry } from '../../shared/statement/audit.ts';
import type { Situation } from '../../shared/statement/transitions.ts';

/** `before` is the state that a scheduled work copy goes back to. */
type Stand = Pick<Situation, 'work' | 'live'> & { deleted?: true; before?: Stand['work'] };
type Move = { from: (stand: Stand) => boolean; to: (stand: Stand, entry: SealedEntry) => Stand };

const has =
  (...works: Stand['work'][]) =>
  ({ work }: Stand) =>
    works.includes(work);
const anyWork = has('draft', 'in-review', 'approved', 'scheduled', 'failed');
const unscheduled = has('draft', 'in-review', 'approved', 'failed');
const work = (state: Stand['work']) => (stand: Stand) => ({ ...stand, work: state });
const beforeSchedule = ({ work }: Stand) => (work === 'failed' ? 'draft' : work);
const same = (stand: Stand) => stand;

/**
 * The life of a statement as the trail tells it, said once more and by hand: from where an entry's action is
 * legal, and what it makes of that. An action that isn't here is not legal.
 */
const moves: Record<string, Move> = {
  edit: { from: ({ work }) => work !== 'scheduled', to: work('draft') },
  submit: { from: has('draft'), to: work('in-review') },
  approve: {
    from: () => true,
    to: (stand, { edition }) => {
      if (stand.work === 'in-review') return { ...stand, work: 'approved' };
      const isOfWork = stand.work === 'scheduled' && edition === undefined;
      return isOfWork ? { ...stand, before: 'approved' } : stand;
    },
  },
  return: { from: has('in-review', 'approved', 'failed'), to: work('draft') },
  publish: {
    from: (stand) => stand.live === 'none' && anyWork(stand),
    to: () => ({ live: 'live', work: 'none' }),
  },
  correct: {
    from: (stand) => stand.live === 'live' && anyWork(stand),
    to: () => ({ live: 'live', work: 'none' }),
  },
  schedule: {
    from: (stand) => stand.live !== 'withdrawn' && anyWork(stand),
    to: (stand) => ({ ...stand, work: 'scheduled', before: stand.before ?? beforeSchedule(stand) }),
  },
  fail: { from: has('scheduled'), to: ({ live }) => ({ live, work: 'failed' }) },
  unschedule: { from: has('scheduled'), to: ({ live, before = 'none' }) => ({ live, work: before }) },
  discard: { from: (stand) => stand.live !== 'none' && unscheduled(stand), to: work('none') },
  delete: {
    from: (stand) => stand.live === 'none' && unscheduled(stand),
    to: () => ({ live: 'none', work: 'none', deleted: true }),
  },
  withdraw: { from: ({ live }) => live !== 'none', to: (stand) => ({ ...stand, live: 'withdrawn' }) },
  restore: {
    from: ({ live }) => live === 'withdrawn',
    to: ({ work }) => ({ live: 'live', work: work === 'approved' ? 'none' : work }),
  },
  'amend-note': { from: ({ live }) => live === 'live', to: same },
  restrict: { from: () => true, to: same },
  note: { from: () => true, to: same },
};

/** Where a statement stands after all of its trail, the oldest entry first. Throws at a step that is not legal. */
export function standAfter(trail: SealedEntry[]): Stand {
  const [first, ...rest] = trail;
  const born: Record<string, Stand> = {
    create: { live: 'none', work: 'draft' },
    publish: { live: 'live', work: 'none' },
  };
  const beginning = born[first?.action ?? ''];
  if (!beginning) throw new Error(`A statement began with ${first?.action}`);
  const { before: _, ...end } = rest.reduce((stand, entry) => {
    const { action, version } = entry;
    const move = moves[action];
    if (stand.deleted || !move?.from(stand))
      throw new Error(`Version ${version} was ${action}, from ${JSON.stringify(stand)}`);
    return move.to(stand, entry);
  }, beginning);
  return end;
}
