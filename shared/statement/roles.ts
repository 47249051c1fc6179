import { Problem } from '../errors.ts';
import type { WorkState } from './statement.ts';

/** From the least to the most allowed; each may do all that those before it may. */
export const roles = ['author', 'editor', 'admin'] as const;
export type Role = (typeof roles)[number];

/** Who asks: the token's subject, their name for the audit trail, the highest of their roles, their client. */
export type Caller = { sub: string; name: string; role: Role; client: string };

/** Whether texts need a second pair of eyes before they are public: the site file's `review`. */
export type Review = 'required' | 'optional';

/**
 * The least role for each action, by the site's rule. With review `optional` a press officer alone at night
 * may publish; with `required` nobody publishes what has not been approved.
 */
const least: Record<Review, Record<Action, Role>> = {
  optional: { read: 'author', create: 'author', edit: 'author', publish: 'author' },
  required: { read: 'author', create: 'author', edit: 'author', publish: 'editor' },
};
export const actions = ['read', 'create', 'edit', 'publish'] as const;
export type Action = (typeof actions)[number];

/** What a role may do at a site, for `GET /me`. */
export function allowedActions(role: Role, review: Review): Action[] {
  return actions.filter((action) => roles.indexOf(role) >= roles.indexOf(least[review][action]));
}

/** Throws `forbidden` unless the caller's role may do this at all. */
export function requireRole(caller: Caller, action: Action, review: Review): void {
  if (allowedActions(caller.role, review).includes(action)) return;
  throw new Problem(
    'forbidden',
    `To ${action} takes the role ${least[review][action]} or higher; yours is ${caller.role}.`,
  );
}

/** Throws `forbidden` for a text that the site's review rule keeps from the public for now. */
export function requireReviewed(state: WorkState, review: Review): void {
  if (review === 'optional' || state === 'approved') return;
  throw new Problem(
    'forbidden',
    `This newsroom publishes only what somebody else has approved; this text is in state ${state}.`,
  );
}
