import { describe, expect, it } from 'vitest';
import type { PublicAct } from '../../../shared/statement/public-acts.ts';
import {
  type EditionChange,
  publicChanges,
  textsToCompare,
} from '../../../shared/statement/public-changes.ts';
import type { KeptContent } from '../../../shared/statement/statement.ts';
import { content } from './sample.ts';

const edition = (n: number): PublicAct => ({
  action: n === 1 ? 'publish' : 'correct',
  edition: n,
  version: n,
  at: `2026-05-04T10:00:${String(n).padStart(2, '0')}.000Z`,
  text: `text-${n}`,
  salt: '',
  digest: '',
  ...(n > 1 && { note: `Correction ${n}.` }),
});
const withdrawal: PublicAct = {
  action: 'withdraw',
  edition: 2,
  version: 9,
  at: '',
  reason: 'No.',
  keepText: true,
};
const amended: PublicAct = { action: 'amend-note', edition: 2, version: 8, at: 'later', note: 'Reworded.' };
const editions = (n: number) => Array.from({ length: n }, (_, index) => edition(index + 1));
const texts = (n: number, bodyOf = (one: number) => `Text ${one}.`) =>
  new Map(
    editions(n).map((_, index): [string, KeptContent] => [
      `text-${index + 1}`,
      { ...content, body: bodyOf(index + 1) },
    ]),
  );
const between = (changes: ReturnType<typeof publicChanges>) =>
  changes.changes.map((change) => (change as EditionChange).between);

describe('what was done in public', () => {
  it('is told newest first, withdrawals among it, each edition with the wordings of its note', () => {
    const { changes } = publicChanges([...editions(2), amended, withdrawal], texts(2));
    expect(changes.map(({ action }) => action)).toEqual(['withdraw', 'correct', 'publish']);
    expect(changes[1]).toMatchObject({
      notes: [{ note: 'Correction 2.' }, { note: 'Reworded.', at: 'later' }],
    });
  });

  it('compares an edition with the one before; the first has none', () => {
    const [second, first] = between(publicChanges(editions(2), texts(2)));
    expect(second).toMatchObject([{ body: 'Text 1.' }, { body: 'Text 2.' }]);
    expect(first).toBeUndefined();
  });

  it('compares ten editions, and no more words than a page can hold', () => {
    const needed = textsToCompare(editions(12));
    const read = new Map([...texts(12)].filter(([key]) => needed.includes(key)));
    const many = between(publicChanges(editions(12), read));
    expect(many.map((one) => Array.isArray(one))).toEqual([...Array(10).fill(true), false, false]);
    const rewritten = texts(
      4,
      (n) => `w${n}.${Array.from({ length: 300 }, (_, i) => ` ${n}-${i}`).join('')}`,
    );
    const few = between(publicChanges(editions(4), rewritten));
    expect(few.map((one) => Array.isArray(one))).toEqual([true, true, false, false]);
    expect(few[2]).toBe('not shown');
  });

  it('needs the texts of what it compares, and no other', () => {
    expect(textsToCompare(editions(12))).toEqual(
      editions(12)
        .slice(1)
        .map((_, index) => `text-${index + 2}`),
    );
  });

  it('lists fifty, and says where the others begin', () => {
    expect(publicChanges(editions(50), texts(50)).earlier).toBeUndefined();
    const { changes, earlier } = publicChanges(editions(52), texts(52));
    expect([changes.length, earlier]).toEqual([50, 2]);
  });
});
