import { allowedActions } from '../../../shared/statement/permission.ts';
import { site } from '../../../shared/this-site.ts';
import type { Me } from '../contract/answers.ts';
import type { Operation } from '../operation.ts';

/** `GET /me`: who the token says you are, and what you may do. */
export const readMe: Operation = async ({ caller }) => ({
  status: 200,
  body: { ...caller, review: site.review, actions: allowedActions(caller.role, site.review) } satisfies Me,
});
