import { describe, expect, it } from 'vitest';
import {
  type Action,
  allowedActions,
  type Caller,
  type Review,
  type Role,
  requireReviewed,
  requireRole,
} from '../../../shared/statement/roles.ts';
import { workStates } from '../../../shared/statement/statement.ts';

const caller = (role: Role): Caller => ({ sub: 's', name: 'Ada', role, client: 'desk' });

describe.each<[Review, Role, Action[]]>([
  ['optional', 'author', ['read', 'create', 'edit', 'publish']],
  ['optional', 'editor', ['read', 'create', 'edit', 'publish']],
  ['optional', 'admin', ['read', 'create', 'edit', 'publish']],
  ['required', 'author', ['read', 'create', 'edit']],
  ['required', 'editor', ['read', 'create', 'edit', 'publish']],
  ['required', 'admin', ['read', 'create', 'edit', 'publish']],
])('with review %s, an %s', (review, role, allowed) => {
  it(`may ${allowed.join(', ')}`, () => {
    expect(allowedActions(role, review)).toEqual(allowed);
  });

  it.each<Action>(['read', 'create', 'edit', 'publish'])('is told when %s takes another role', (action) => {
    const ask = () => requireRole(caller(role), action, review);
    if (allowed.includes(action)) expect(ask).not.toThrow();
    else expect(ask).toThrow(/takes the role editor or higher; yours is author/);
  });
});

it.each(workStates)('with review required, only what is approved is published: %s', (state) => {
  if (state === 'approved') expect(() => requireReviewed(state, 'required')).not.toThrow();
  else expect(() => requireReviewed(state, 'required')).toThrow(/somebody else has approved/);
  expect(() => requireReviewed(state, 'optional')).not.toThrow();
});
