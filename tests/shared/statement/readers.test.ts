import { describe, expect, it } from 'vitest';
import { Problem } from '../../../shared/errors.ts';
import * as drafting from '../../../shared/statement/drafting.ts';
import { permit, possibleActions } from '../../../shared/statement/permission.ts';
import { publish } from '../../../shared/statement/publishing.ts';
import { asReadBy, reachOf, readersOf } from '../../../shared/statement/readers.ts';
import { act, committed, content, person, taken, text, withWork } from './sample.ts';

const [ada, ben, eve, zoe] = [person('Ada'), person('Ben'), person('Eve', 'admin'), person('Zoe')];
const draft = withWork(committed(drafting.create('s1', text, act('a1', ada), ['Ben'])));
const live = committed(publish(draft, content, taken, act('p1', ada), {}));
const correction = committed(drafting.edit(live, text, act('e1', ben)));

describe('a draft that is restricted', () => {
  it.each([
    ['its creator', ada, 'all'],
    ['somebody named', ben, 'all'],
    ['another editor', zoe, 'nothing'],
    ['another admin', eve, 'public'],
    ['somebody whose name only looks alike', person('ben'), 'nothing'],
    ['somebody who is named by subject', { ...person('X'), sub: 'Ben' }, 'all'],
  ])('is read by %s: %s', (_, caller, reach) => {
    expect(reachOf(draft, caller)).toBe(reach);
  });

  it('shows an admin that it exists, and no word', () => {
    expect(asReadBy(draft, eve).work).toBeUndefined();
    expect(JSON.stringify(asReadBy(draft, eve))).not.toContain('reef');
  });

  it('is public like any other once it is published; its correction is not', () => {
    expect(asReadBy(correction, zoe)).toMatchObject({ live: { title: 'The reef is open' }, work: undefined });
    expect(asReadBy(correction, ben).work).toBeDefined();
  });

  it('is changed by its readers alone', () => {
    for (const head of [draft, live, correction]) {
      expect(possibleActions(head, zoe, 'optional')).toEqual({ actions: [], overrides: [] });
      expect(possibleActions(head, eve, 'required')).toEqual({ actions: ['restrict'], overrides: [] });
      expect(possibleActions(head, ben, 'optional').actions).toContain('restrict');
    }
    expect(() => permit('withdraw', live, act('w1', zoe), 'optional')).toThrow('restricted to named people');
  });
});

describe('a restriction', () => {
  const restrict = (caller = ada, restrictedTo: string[] = [], reason?: string) =>
    drafting.restrict(draft, { restrictedTo, ...(reason && { reason }) }, act('r1', caller));

  it('keeps its creator and whoever makes it among the readers', () => {
    expect(readersOf(ada, ['Zoe'], ada)).toEqual(['sub-Ada', 'Zoe']);
    expect(readersOf(ada, ['Zoe'], ben)).toEqual(['sub-Ada', 'Zoe', 'Ben']);
    expect(readersOf(ada, ['Zoe', 'Ben', 'Zoe'], ben)).toEqual(['sub-Ada', 'Zoe', 'Ben']);
    expect(readersOf(ada, [], ben)).toBeUndefined();
  });

  it('is in the trail, and when it is lifted', () => {
    expect(restrict(ben, ['Zoe']).entry).toMatchObject({
      action: 'restrict',
      restrictedTo: ['sub-Ada', 'Zoe', 'Ben'],
    });
    const { after, entry } = restrict(ben);
    expect([after.restrictedTo, entry.restrictedTo]).toEqual([undefined, []]);
  });

  it('is lifted by an admin who is kept out with a reason, and not made another', () => {
    expect(restrict(eve, [], 'Ada is on leave.').entry).toMatchObject({ reason: 'Ada is on leave.' });
    for (const refused of [() => restrict(eve), () => restrict(eve, ['Eve'], 'Curious.')])
      expect(refused).toThrow(Problem);
  });
});
