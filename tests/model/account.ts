import { expect } from 'vitest';
import * as z from 'zod';
import { pageObject } from '../../shared/keys.ts';
import { SealedEntry } from '../../shared/statement/audit.ts';
import { bareStatement, isPublic, publicListing } from '../../shared/statement/public.ts';
import type { Review } from '../../shared/statement/roles.ts';
import type { Head } from '../../shared/statement/statement.ts';
import { situationOf } from '../../shared/statement/transitions.ts';
import { verifyTrail } from '../../shared/statement/verify-trail.ts';
import { readPublicActs, readText, readTrail } from '../../shared/table/records.ts';
import { tableOf } from '../../shared/table.ts';
import { brokenFourEyes } from './four-eyes.ts';
import { standAfter } from './life.ts';
import type { Asked } from './office.ts';
import { wordsIn } from './spoken.ts';
import type { World } from './world.ts';

const table = tableOf('table');

/** What a request says that it translates. */
const Translation = z.object({ translationOf: z.string().optional() });

/** Every request had its one effect or none, as it was answered, and the same answer each time it was sent. */
export async function checkAnswers(world: World, asked: Asked[]): Promise<void> {
  const twins = Map.groupBy(asked, twinsOf);
  for (const [, group] of twins) {
    const commits = world.commits.filter(
      ({ requestId, scheduledBy }) => !scheduledBy && group.some((one) => one.requestId === requestId),
    );
    const accepted = group.filter(({ answer }) => answer && answer.status < 300);
    expect(commits.length, JSON.stringify(group)).toBeLessThanOrEqual(1);
    if (accepted.length > 0) expect(commits, JSON.stringify(group)).toHaveLength(1);
    const later = group.filter(({ at, answer }) => answer && commits.some((commit) => commit.at < at));
    for (const { answer } of later) expect([200, 201, 404, 409]).toContain(answer?.status);
    for (const { answer } of accepted) expect(answer).toEqual(accepted[0]?.answer);
  }
  for (const { requestId, answer } of asked)
    if (answer && answer.status >= 400)
      expect(world.commits.filter((commit) => commit.requestId === requestId)).toEqual([]);
}

/** Who sends a POST with a key again has its one effect; a PATCH is known by its version alone. */
const twinsOf = ({ request, headers, requestId }: Asked): string =>
  (request.method === 'POST' && headers['idempotency-key']) || requestId;

/** Each trail is whole, tells a legal life that ends where the head stands, and has each commit once. */
export async function checkTrails(world: World, asked: Asked[], review: Review): Promise<void> {
  for (const head of world.heads) {
    const trail = await readTrail(table, head);
    const entries = [...world.table.items.values()]
      .filter(({ pk, sk }) => pk === `STATEMENT#${head.id}` && String(sk).startsWith('ENTRY#'))
      .map((item) => SealedEntry.parse(item));
    expect(verifyTrail(entries, head)).toBeUndefined();
    const oldestFirst = trail.toReversed();
    expect(oldestFirst.map(({ version }) => version)).toEqual(trail.map((_, index) => index + 1));
    const { work, live } = situationOf(head);
    expect(standAfter(oldestFirst)).toEqual({ work, live, ...(head.deleted && { deleted: true }) });
    if (review === 'required') expect(brokenFourEyes(oldestFirst)).toEqual([]);
    const commits = world.commits.filter(({ id }) => id === head.id);
    const names = commits.map(
      ({ requestId, scheduledBy }) =>
        scheduledBy ?? asked.find((one) => one.requestId === requestId)?.person.name,
    );
    expect(oldestFirst.map(({ actor }) => actor.name)).toEqual(names);
    const early = trail.filter(
      ({ action, at, scheduled }) =>
        action !== 'schedule' && scheduled && Date.parse(at) < Date.parse(scheduled.at),
    );
    expect(early).toEqual([]);
  }
}

/**
 * Numbers are on one statement, or on translations of one; they rise with the instants of first publication. Where a
 * translation died on its way to the public, its original has the number that was taken then.
 */
export function checkReferences(heads: Head[], asked: Asked[]): void {
  const lost = asked
    .filter(({ answer }) => !answer)
    .map(({ request }) => Translation.parse(request.body ?? {}));
  const lives = heads
    .filter(isPublic)
    .map(({ id, live }) => ({ ...live, original: live.translationOf ?? id }));
  const groups = Map.groupBy(lives, ({ original }) => original);
  const firsts = [...groups.values()].map((group) => {
    expect(new Set(group.map(({ reference }) => reference)).size).toBe(1);
    return group.toSorted((a, b) => (a.firstPublished < b.firstPublished ? -1 : 1))[0];
  });
  const whole = firsts.filter((first) =>
    lost.every(({ translationOf }) => translationOf !== first?.original),
  );
  const inOrder = whole.toSorted((a, b) => ((a?.firstPublished ?? '') < (b?.firstPublished ?? '') ? -1 : 1));
  const numbers = inOrder.map((first) => Number(first?.reference.split('/').at(-1)));
  expect(numbers).toEqual([...new Set(numbers)].toSorted((a, b) => a - b));
}

/**
 * The words on the site are those of live statements, of all their editions, and of notices; and all of those are
 * there.
 */
export async function checkWords(world: World): Promise<void> {
  const allowed = new Set<string>();
  for (const head of world.heads.filter(isPublic)) {
    const acts = await readPublicActs(table, head);
    const isBare = bareStatement(publicListing(head)) !== undefined;
    const texts = await Promise.all(
      acts.map((act) => ('text' in act && !isBare ? readText(table, head.id, act.text) : '')),
    );
    const said = isBare ? [head.live.withdrawn] : [acts, texts];
    for (const word of wordsIn(JSON.stringify(said))) allowed.add(word);
    const page = world.bucket.objects.get(pageObject(head.live.path)) ?? '';
    const { body } = await readText(table, head.id, head.live.text);
    expect(wordsIn(page)).toEqual(
      expect.arrayContaining(wordsIn(isBare ? (head.live.withdrawn?.reason ?? '') : body)),
    );
  }
  for (const [key, body] of world.bucket.objects)
    expect([key, wordsIn(body).filter((word) => !allowed.has(word))]).toEqual([key, []]);
}
