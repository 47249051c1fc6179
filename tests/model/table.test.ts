import { afterAll, describe, expect, it, vi } from 'vitest';
import { type Caller, isAtLeast, type Review, roles } from '../../shared/statement/roles.ts';
import { type Head, workStates } from '../../shared/statement/statement.ts';
import {
  type Action,
  actions,
  isLegal,
  liveStates,
  transitionOf,
} from '../../shared/statement/transitions.ts';
import { headItem, headOf } from '../../shared/table/head-item.ts';
import { call } from '../functions/api/call.ts';
import { change, created } from '../functions/api/operations/statement.ts';
import { fakeTable } from '../functions/fake-table.ts';
import { requestFor } from './requests.ts';

const rule = vi.hoisted((): { review: Review } => ({ review: 'optional' }));
vi.mock('../../shared/this-site.ts', async (original) => {
  const { site } = await original<typeof import('../../shared/this-site.ts')>();
  return { site: Object.defineProperty({ ...site }, 'review', { get: () => rule.review }) };
});

const table = fakeTable();
afterAll(() => table.client.restore());

const works = ['none', ...workStates] as const;
const situations = liveStates.flatMap((live) =>
  works
    .flatMap((work) => (live === 'none' && work === 'none' ? [] : [{ live, work, unreviewed: false }]))
    .flatMap((one) => (live === 'live' ? [one, { ...one, unreviewed: true }] : [one])),
);
type Situation = (typeof situations)[number];

const wrote = (name: string) => ({ sub: `sub-${name}`, name });
const override = { at: '2026-05-04T10:00:00.000Z', by: wrote('boss'), reason: 'Fire.' };

const planned = {
  at: '2031-05-04T10:00:00Z',
  by: { ...wrote('boss'), role: 'admin', client: 'desk' },
  from: 'approved',
} as const;

/** Brings a statement there: published, corrected with a note and withdrawn by the API, its work copy as it is given. */
async function bringTo({ live, work, unreviewed }: Situation, writer: string): Promise<Head> {
  table.items.clear();
  rule.review = 'optional';
  const { id } = await created({ publish: live !== 'none' });
  if (live !== 'none') {
    await change(id, 'PATCH', { body: 'Corrected.' });
    await change(id, 'publish', { note: 'A word was wrong.', significance: 'minor' });
    if (work !== 'none') await change(id, 'PATCH', { body: 'Corrected again.' });
  }
  if (live === 'withdrawn') await change(id, 'withdraw', { reason: 'A mistake.', keepText: true });
  const key = `STATEMENT#${id} HEAD`;
  const head = headOf(table.items.get(key) ?? {});
  const handsOn = [wrote(writer)];
  const schedule = work === 'scheduled' ? { schedule: planned } : {};
  const brought: Head = {
    ...head,
    work: head.work && work !== 'none' ? { ...head.work, state: work, handsOn, ...schedule } : undefined,
    publishedWithoutReview: unreviewed ? { ...override, handsOn } : undefined,
  };
  table.items.set(key, headItem(brought));
  return brought;
}

/** Asks for an action, and leaves everything as it was before. */
async function ask(action: Action, head: Head, { name, role }: Caller, overriding: number[] = []) {
  const before = new Map(table.items);
  const choices = {
    head,
    bit: (n: number) => n < 2 || overriding.includes(n),
    words: () => 'it',
    others: [],
  };
  const { method, path, body } = requestFor(action, choices);
  const claims = { sub: `sub-${name}`, username: name, client_id: 'desk', 'cognito:groups': `[${role}]` };
  const answer = await call(method, path, { body, claims, headers: { 'if-match': `"${head.version}"` } });
  table.items.clear();
  for (const [key, item] of before) table.items.set(key, item);
  table.client.resetHistory();
  return answer;
}

/** What the table, the role and the review rule say to an action; said here once more, by hand. */
function foretold(action: Action, situation: Situation, { role }: Caller, review: Review, isTheirs: boolean) {
  const { work, unreviewed } = situation;
  if (!isAtLeast(role, transitionOf(action).least[review])) return 'role';
  if (!isLegal(action, situation)) return 'state';
  const isApproved = work === 'approved' || work === 'scheduled' || work === 'failed';
  if (action === 'approve' && unreviewed && work !== 'in-review') return isTheirs ? 'review' : 'success';
  if (review === 'optional') return 'success';
  if (action === 'approve') return isTheirs ? 'review' : 'success';
  if (action === 'publish' || action === 'schedule') return !isApproved || isTheirs ? 'review' : 'success';
  if (action === 'restore') return work === 'approved' && isTheirs ? 'review' : 'success';
  return 'success';
}
const statusOf = { role: 403, state: 409, review: 403 };

const callers = roles.map((role): Caller => ({ sub: `sub-${role}`, name: role, role, client: 'desk' }));
const cells = callers.flatMap((caller) => [caller.name, 'somebody'].map((writer) => ({ caller, writer })));

describe.each<Review>(['required', 'optional'])('with review %s', (review) => {
  it.each(situations)(
    'what is $live, its work copy $work, unreviewed $unreviewed, can have what the table says',
    async (situation) => {
      for (const { caller, writer } of cells) {
        const head = await bringTo(situation, writer);
        rule.review = review;
        const expected = actions.map(
          (action) => [action, foretold(action, situation, caller, review, writer === caller.name)] as const,
        );
        const can = expected.filter(([, outcome]) => outcome === 'success').map(([action]) => action);
        for (const [action, outcome] of expected) {
          const { status, body } = await ask(action, head, caller);
          const cell = `${caller.role}: ${action}`;
          if (outcome === 'success') expect([cell, status]).toEqual([cell, action === 'delete' ? 204 : 200]);
          else {
            expect([cell, status]).toEqual([cell, statusOf[outcome]]);
            expect(body.detail).toMatch(new RegExp(` You can: ${can.join(', ')}\\.$`));
          }
          if (outcome !== 'review') continue;
          const isAfterwards = action === 'approve' && situation.unreviewed && situation.work !== 'in-review';
          const isAdmin = caller.role === 'admin' && !isAfterwards;
          expect([cell, (await ask(action, head, caller, [3, 4, 5])).status]).toEqual([
            cell,
            isAdmin ? 422 : 403,
          ]);
          expect([cell, (await ask(action, head, caller, [3])).status]).toEqual([cell, isAdmin ? 200 : 403]);
        }
        const shown = await call('GET', `/statements/${head.id}`, { as: caller.name });
        expect(shown.body.actions).toEqual(can);
      }
    },
  );
});
