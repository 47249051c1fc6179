import fc from 'fast-check';
import type { Fate } from './invocation.ts';

/** Somebody asks something of the API: mostly what they may. `again` sends an earlier request once more. */
export type Ask = {
  does: 'ask';
  who: number;
  which: number;
  action: number;
  choices: number;
  anything: boolean;
  stale: boolean;
  keyed: boolean;
  fate: Fate | undefined;
};
export type Again = { does: 'again'; which: number; fate: Fate | undefined };

/** The relay is told of some of the stream; a consumer of some messages, perhaps out of order, perhaps twice. */
export type Relay = { does: 'relay'; records: number; fate: Fate | undefined };
export type Deliver = {
  does: 'page' | 'lists' | 'release';
  which: number;
  twice: boolean;
  fate: Fate | undefined;
};
/** All that waits takes its way; at most one function fails on it. */
export type Flow = { does: 'flow'; fate: Fate | undefined };
/** A message is lost for good. */
export type Lose = { does: 'lose'; which: number };
export type Sweep = { does: 'sweep'; fate: Fate | undefined };

export type Task = Ask | Again | Relay | Deliver | Flow | Lose | Sweep;

/** Some time passes; then one task, or two at once, their calls to AWS in the given order. */
export type Step = { seconds: number; late: boolean; tasks: Task[]; order: number[] };

const rarely = fc.nat(7).map((n) => n === 7);
const often = fc.nat(3).map((n) => n > 0);
const fate = fc.option(
  fc.record({
    call: fc.oneof(fc.nat(6), fc.nat(24)),
    what: fc.constantFrom('dies before' as const, 'dies after' as const, 'stalls' as const),
    steps: fc.nat(8),
  }),
  { freq: 4, nil: undefined },
);
const which = fc.constantFrom(0, 0, 0, 1, 1, 2, 3);

const ask: fc.Arbitrary<Task> = fc.record({
  does: fc.constant('ask' as const),
  who: fc.nat(5),
  which,
  action: fc.nat(999),
  choices: fc.nat(63),
  anything: rarely,
  stale: rarely,
  keyed: often,
  fate,
});
const task = fc.oneof(
  { weight: 12, arbitrary: ask },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('again' as const), which, fate }) },
  { weight: 3, arbitrary: fc.record({ does: fc.constant('relay' as const), records: fc.nat(3), fate }) },
  {
    weight: 6,
    arbitrary: fc.record({
      does: fc.constantFrom('page' as const, 'lists' as const, 'release' as const),
      which,
      twice: rarely,
      fate,
    }),
  },
  { weight: 3, arbitrary: fc.record({ does: fc.constant('flow' as const), fate }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('lose' as const), which }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('sweep' as const), fate }) },
);

const step: fc.Arbitrary<Step> = fc.record({
  seconds: fc.constantFrom(0, 0, 0, 0, 0, 0, 1, 5, 40, 70),
  late: rarely,
  tasks: fc.oneof(
    { weight: 4, arbitrary: fc.array(task, { minLength: 1, maxLength: 1 }) },
    { weight: 1, arbitrary: fc.array(task, { minLength: 2, maxLength: 2 }) },
  ),
  order: fc.array(fc.nat(1), { minLength: 1, maxLength: 12 }),
});

/**
 * A day of the newsroom: its review rule, how many people are there, how many statements were public before; and what
 * happens.
 */
export const day = fc.record({
  review: fc.constantFrom('required' as const, 'optional' as const),
  staff: fc.constantFrom(1, 2, 3, 6),
  published: fc.nat(2),
  steps: fc.array(step, { minLength: 1, maxLength: 30, size: 'max' }),
});
export type Day = { review: 'required' | 'optional'; staff: number; published: number; steps: Step[] };
