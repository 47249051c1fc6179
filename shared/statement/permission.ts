import * as z from 'zod';
import { Problem } from '../errors.ts';
import { isAmong } from './hands.ts';
import { reachOf } from './readers.ts';
import { type Caller, isAtLeast, type Review, type Role } from './roles.ts';
import type { Override, WorkState } from './statement.ts';
import { type Action, actions, isLegal, type Standing, situationOf, transitionOf } from './transitions.ts';

/** Why somebody can't do something: their role, a restriction, where the statement stands, or the review rule. */
export type Obstacle = 'role' | 'restricted' | 'state' | 'review';

/** What stands in the way of an action; undefined if nothing does. */
export function obstacleTo(
  action: Action,
  standing: Standing,
  caller: Caller,
  review: Review,
): Obstacle | undefined {
  const { least, reviewed } = transitionOf(action);
  if (!isAtLeast(caller.role, least[review])) return 'role';
  const isLifting = action === 'restrict' && caller.role === 'admin';
  if (reachOf(standing, caller) !== 'all' && !isLifting) return 'restricted';
  if (!isLegal(action, situationOf(standing))) return 'state';
  return reviewed && !isReviewedFor(action, standing, caller, review) ? 'review' : undefined;
}

/** What somebody may do with a statement now, and what an admin may do against the review rule. */
export function possibleActions(standing: Standing, caller: Caller, review: Review) {
  const blockedBy = (obstacle?: Obstacle) =>
    actions.filter((action) => obstacleTo(action, standing, caller, review) === obstacle);
  const overridable = blockedBy('review').filter((action) => isOverridable(action, standing));
  return { actions: blockedBy(), overrides: caller.role === 'admin' ? overridable : [] };
}

/** What a role may do at a site at all, for `GET /me`: whoever has a role may read what isn’t restricted, and create. */
export const allowedActions = (role: Role, review: Review): ('read' | 'create' | Action)[] => [
  'read',
  'create',
  ...actions.filter((action) => isAtLeast(role, transitionOf(action).least[review])),
];

/** What a request says to go without review. */
export const OverrideRequest = z.object({ override: z.boolean().optional(), reason: z.string().optional() });
export type OverrideRequest = z.output<typeof OverrideRequest>;

/**
 * Lets an action pass, or throws: `forbidden` for a role, a restriction or the review rule, `illegal-transition` for
 * where the statement stands, each with what is possible instead. Answers the override that let it pass, if it took
 * one.
 */
export function permit(
  action: Action,
  standing: Standing,
  { caller, at }: { caller: Caller; at: string },
  review: Review,
  { override, reason }: OverrideRequest = {},
): Override | undefined {
  const obstacle = obstacleTo(action, standing, caller, review);
  if (!obstacle) return undefined;
  if (obstacle === 'review' && override && caller.role === 'admin' && isOverridable(action, standing)) {
    if (reason) return { at, by: { sub: caller.sub, name: caller.name }, reason };
    throw new Problem('invalid', 'To go without review takes a reason, which the audit trail keeps.', {
      errors: [{ pointer: '/reason', detail: 'is needed for an override' }],
    });
  }
  throw new Problem(
    obstacle === 'state' ? 'illegal-transition' : 'forbidden',
    `${refusals[obstacle](action, standing, caller, review)} ${insteadOf(standing, caller, review)}`,
  );
}

const refusals: Record<
  Obstacle,
  (action: Action, standing: Standing, caller: Caller, review: Review) => string
> = {
  role: (action, _, { role }, review) =>
    `To ${action} takes the role ${transitionOf(action).least[review]} or higher; yours is ${role}.`,
  restricted: () =>
    'This statement is restricted to named people, who alone can change it. An admin can lift that with a reason.',
  state: (action, standing) => outOfState(action, standing),
  review: (action, standing) => {
    const { work } = standing;
    if (!isOverridable(action, standing))
      return 'What went out without review is approved afterwards by somebody who has had no hand in it.';
    return action !== 'approve' && work && !isApproved(work.state)
      ? `This newsroom publishes only what somebody else has approved; this text is in state ${work.state}. An admin can override that with a reason.`
      : 'Nobody approves or publishes a text that they have had a hand in since somebody else approved it. Somebody else can; an admin can override that with a reason.';
  },
};

const outOfState = (action: Action, standing: Standing): string =>
  `${transitionOf(action).when} This statement is ${inWords(standing)}.`;

/** Throws `illegal-transition` if an action isn't possible where the statement stands, whoever wants it. */
export function requireLegal(action: Action, standing: Standing): void {
  if (!isLegal(action, situationOf(standing)))
    throw new Problem('illegal-transition', outOfState(action, standing));
}

function insteadOf(standing: Standing, caller: Caller, review: Review): string {
  const { actions: possible } = possibleActions(standing, caller, review);
  return possible.length > 0 ? `You can: ${possible.join(', ')}.` : 'You can read what is public of it.';
}

function inWords(standing: Standing): string {
  const { work, live } = situationOf(standing);
  const isPublic = live === 'none' ? 'not public' : live;
  return work === 'none' ? `${isPublic} and has no work copy` : `${isPublic}, its work copy ${work}`;
}

/** Scheduled texts are approved ones, and so are those that failed to go out. */
export const isApproved = (state: WorkState): boolean => state !== 'draft' && state !== 'in-review';

/** Whether an approval is of the live text, after the fact, and not of the work copy. */
export const approvesLive = ({ work, publishedWithoutReview }: Standing): boolean =>
  publishedWithoutReview !== undefined && work?.state !== 'in-review' && !work?.withoutReview;

/**
 * Whether a statement waits for somebody: they could approve it, or publish what was handed over, by the rules and
 * without an override. A draft waits for its authors, a scheduled text for its second.
 */
export function isWaitingFor(standing: Standing, caller: Caller, review: Review): boolean {
  const can = (action: Action) => obstacleTo(action, standing, caller, review) === undefined;
  const { work } = standing;
  return can('approve') || (work !== undefined && handedOver.includes(work.state) && can('publish'));
}

/** The states in which a text waits for somebody else than its authors. */
export const handedOver: WorkState[] = ['in-review', 'approved', 'failed'];

/** An approval afterwards makes up for an override: it can't be by another. */
const isOverridable = (action: Action, standing: Standing): boolean =>
  action !== 'approve' || !approvesLive(standing);

/** Whether the review rule is kept if this caller does this. */
function isReviewedFor(action: Action, standing: Standing, caller: Caller, review: Review): boolean {
  const { work, publishedWithoutReview: flag } = standing;
  const isTheirs = isAmong(work?.handsOn ?? [], caller);
  if (action === 'approve' && approvesLive(standing)) return !isAmong(flag?.handsOn ?? [], caller);
  if (action === 'approve' && work?.withoutReview) return !isTheirs;
  if (review === 'optional' || !work) return true;
  if (action === 'publish' || action === 'schedule') return isApproved(work.state) && !isTheirs;
  if (action === 'restore') return work.state !== 'approved' || !isTheirs;
  return !isTheirs;
}
