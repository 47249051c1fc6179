import { describe, expect, it } from 'vitest';
import { Problem } from '../../../shared/errors.ts';
import { allowedActions, obstacleTo, permit, possibleActions } from '../../../shared/statement/permission.ts';
import { previewOf } from '../../../shared/statement/publishing.ts';
import { type Review, type Role, roles } from '../../../shared/statement/roles.ts';
import type { LivePart, WorkPart, WorkState } from '../../../shared/statement/statement.ts';
import { workStates } from '../../../shared/statement/statement.ts';
import {
  type Action,
  actions,
  isLegal,
  liveStates,
  type Standing,
  situationOf,
} from '../../../shared/statement/transitions.ts';
import { act, content, person, text } from './sample.ts';

const [ada, ben, eve] = [person('Ada'), person('Ben'), person('Eve', 'admin')];
const live: LivePart = previewOf(text, 'reef', act());
const withdrawn = { ...live, withdrawn: { at: act().at, reason: 'A mistake.', keepText: true } };
const { body: _, ...listed } = content;
const work = (state: WorkState, handsOn = [ada], more: Partial<WorkPart> = {}): Standing => ({
  work: { ...listed, excerpt: '', state, text: 'TEXT', handsOn, ...more },
});
const override = { at: act().at, by: ada, reason: 'Fire.' };

const editorsWork = [
  'approve',
  'return',
  'publish',
  'schedule',
  'unschedule',
  'withdraw',
  'restore',
  'amend-note',
];
const anybodysWork = ['edit', 'submit', 'discard', 'delete', 'restrict', 'note'];

describe.each<[Review, Role, string[]]>([
  ['optional', 'author', [...anybodysWork, ...editorsWork]],
  ['optional', 'editor', [...anybodysWork, ...editorsWork]],
  ['optional', 'admin', [...anybodysWork, ...editorsWork]],
  ['required', 'author', anybodysWork],
  ['required', 'editor', [...anybodysWork, ...editorsWork]],
  ['required', 'admin', [...anybodysWork, ...editorsWork]],
])('with review %s, an %s', (review, role, allowed) => {
  it(`may ${allowed.join(', ')}`, () => {
    expect(new Set(allowedActions(role, review))).toEqual(new Set(['read', 'create', ...allowed]));
  });

  const standings: Standing[] = liveStates.flatMap((state) => {
    const parts = { none: {}, live: { live }, withdrawn: { live: withdrawn } }[state];
    const works: Standing[] = workStates.map((one) => ({ ...parts, ...work(one, []) }));
    return state === 'none' ? works : [parts, ...works];
  });

  it('is stopped by role, then by state, then by the review rule, and told what is possible instead', () => {
    for (const standing of standings)
      for (const action of actions) {
        const isReleased = ['publish', 'schedule'].includes(action) && review === 'required';
        const isUnapproved = standing.work?.state === 'draft' || standing.work?.state === 'in-review';
        const expected = !allowed.includes(action)
          ? 'role'
          : !isLegal(action, situationOf(standing))
            ? 'state'
            : isReleased && isUnapproved
              ? 'review'
              : undefined;
        const caller = person('Zoe', role);
        expect([action, obstacleTo(action, standing, caller, review)]).toEqual([action, expected]);
        const problem = refusal(() => permit(action, standing, { caller, at: act().at }, review));
        const status = expected && { role: 403, state: 409, review: 403 }[expected];
        expect([action, problem?.status]).toEqual([action, status]);
        if (problem) expect(problem.message).toMatch(/\. You can: [a-z, -]*note\.$/);
      }
  });
});

it.each(roles)('an %s sees what can be done, and an admin what they can override', (role) => {
  const { overrides } = possibleActions(work('draft'), person('Zoe', role), 'required');
  expect(overrides).toEqual(role === 'admin' ? ['publish', 'schedule'] : []);
});

describe('four eyes', () => {
  const obstacle = (action: Action, standing: Standing, caller = ada) =>
    obstacleTo(action, standing, caller, 'required');

  it('let nobody approve what they have had a hand in', () => {
    expect(obstacle('approve', work('in-review'))).toBe('review');
    expect(obstacle('approve', work('in-review'), ben)).toBeUndefined();
    expect(obstacleTo('approve', work('in-review'), ada, 'optional')).toBeUndefined();
  });

  it('let nobody publish, or restore, what they have had a hand in since it was approved', () => {
    expect(obstacle('publish', work('approved'))).toBe('review');
    expect(obstacle('publish', work('approved', []))).toBeUndefined();
    expect(obstacle('publish', work('scheduled'))).toBe('review');
    expect(obstacle('schedule', work('approved'))).toBe('review');
    expect(obstacle('schedule', work('approved', []))).toBeUndefined();
    expect(obstacle('restore', { ...work('approved'), live: withdrawn })).toBe('review');
    expect(obstacle('restore', { ...work('draft'), live: withdrawn })).toBeUndefined();
    expect(obstacle('restore', { live: withdrawn })).toBeUndefined();
  });

  it('have somebody else approve afterwards what went without review, whatever the rule is now', () => {
    const flagged = { live, publishedWithoutReview: { ...override, handsOn: [ada, eve] } };
    for (const review of ['required', 'optional'] as const) {
      expect(obstacleTo('approve', flagged, ada, review)).toBe('review');
      expect(obstacleTo('approve', flagged, eve, review)).toBe('review');
      expect(obstacleTo('approve', flagged, ben, review)).toBeUndefined();
      expect(obstacleTo('approve', work('approved', [ada], { withoutReview: override }), ada, review)).toBe(
        'review',
      );
    }
    expect(obstacle('approve', { ...flagged, ...work('in-review', [ben]) }, ben)).toBe('review');
    expect(obstacle('approve', { ...flagged, ...work('draft', [ben]) }, ben)).toBeUndefined();
  });
});

describe('an override', () => {
  const ask = (caller = eve, said = {}, standing = work('draft')) =>
    permit('publish', standing, { caller, at: act().at }, 'required', { override: true, ...said });

  it('is an admin’s, with a reason', () => {
    expect(ask(eve, { reason: 'Fire.' })).toEqual({
      at: act().at,
      by: { sub: eve.sub, name: 'Eve' },
      reason: 'Fire.',
    });
    expect(refusal(() => ask(eve))).toMatchObject({ status: 422, errors: [{ pointer: '/reason' }] });
    expect(refusal(() => ask(ben, { reason: 'Fire.' }))?.status).toBe(403);
  });

  it('makes up for no other: an approval afterwards is somebody else’s', () => {
    const flagged = { live, publishedWithoutReview: { ...override, handsOn: [ada, eve] } };
    const said = { override: true, reason: 'Fire.' };
    const approve = () => permit('approve', flagged, { caller: eve, at: act().at }, 'required', said);
    expect(refusal(approve)).toMatchObject({ status: 403 });
    expect(refusal(approve)?.message).toContain('by somebody who has had no hand in it');
    expect(possibleActions(flagged, eve, 'required').overrides).toEqual([]);
  });

  it('is none where nothing stood in the way', () => {
    expect(ask(eve, { reason: 'Fire.' }, work('approved', []))).toBeUndefined();
  });

  it('is of the review rule and of nothing else', () => {
    expect(refusal(() => ask(eve, { reason: 'Fire.' }, { live }))?.status).toBe(409);
  });
});

function refusal(ask: () => unknown): Problem | undefined {
  try {
    ask();
    return undefined;
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
}
