import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chainStart, type SealedEntry, seal } from '../../../shared/statement/audit.ts';
import { verifyTrail } from '../../../shared/statement/verify-trail.ts';

const actor = { sub: 'ada', name: 'Ada', role: 'editor' };

/** A trail of so many entries, oldest first. */
function trail(length: number): SealedEntry[] {
  const entries: SealedEntry[] = [];
  for (let version = 1; version <= length; version++) {
    const entry = {
      version,
      action: 'edit',
      at: `2026-05-04T10:00:0${version % 10}.000Z`,
      actor,
      client: 'desk',
    };
    entries.push(seal(entry, entries.at(-1)?.hash ?? chainStart));
  }
  return entries;
}
const headOf = (entries: SealedEntry[]) => ({
  version: entries.length,
  lastEntry: entries.at(-1)?.hash ?? chainStart,
});

describe('a trail', () => {
  it('is whole as it was written, in whatever order it is read, with entries that lost a race', () => {
    const entries = trail(9);
    const lost = seal(
      { version: 5, action: 'edit', at: 'then', actor, client: 'desk' },
      entries[3]?.hash ?? '',
    );
    expect(verifyTrail([lost, ...entries.toReversed()], headOf(entries))).toBeUndefined();
  });

  it('shows every change of a word, every gap and every end that was cut off', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), fc.nat(), fc.nat(), (length, at, kind) => {
        const entries = trail(length);
        const [index, head] = [at % length, headOf(entries)];
        const entry = entries[index];
        if (!entry) return;
        const bent = [
          () => entries.splice(index, 1),
          () => entries.splice(index, 1, { ...entry, note: 'Added later.' }),
          () => entries.splice(index, 1, { ...entry, actor: { ...actor, name: 'Bob' } }),
          () => entries.splice(index, 1, seal({ ...entry, action: 'delete' }, entry.previous)),
        ];
        bent[kind % bent.length]?.();
        expect(verifyTrail(entries, head)?.version).toBe(index + 1);
      }),
    );
  });

  it('does not begin in the middle', () => {
    const entries = trail(3).slice(1);
    expect(verifyTrail(entries, { version: 2, lastEntry: entries[1]?.hash ?? '' })).toBeDefined();
  });
});
