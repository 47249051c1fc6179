import { describe, expect, it } from 'vitest';
import { Problem } from '../../../shared/errors.ts';
import { parse } from '../../../shared/statement/accept.ts';
import { sha256 } from '../../../shared/statement/audit.ts';
import * as drafting from '../../../shared/statement/drafting.ts';
import {
  expiryOf,
  isTokenOf,
  make,
  NewPreview,
  open,
  type Preview,
  revoke,
  stateOf,
} from '../../../shared/statement/previews.ts';
import { publish } from '../../../shared/statement/publishing.ts';
import { act, committed, content, taken, text, withLive, withWork } from './sample.ts';

const now = act().at;
const later = '2026-05-04T14:00:00.000Z';
const draft = withWork(committed(drafting.create('s1', text, act())));
const released = withLive(committed(publish(draft, content, taken, act('p1'), {})));

/** A preview of the draft, as a commit would leave it. */
const preview = (changes: Partial<Preview> = {}): Preview => ({
  ...make(
    undefined,
    {
      id: 'p1',
      statement: 's1',
      digest: sha256('token'),
      recipient: 'Ines Calder, The Reef Gazette',
      email: 'ines@gazette.example',
      of: { version: 1, text: draft.work.text },
      opensUntil: later,
    },
    act(),
  ).after,
  lastEntry: 'sealed',
  ...changes,
});

describe('a preview', () => {
  it('is open from when it was made until it expires', () => {
    expect(stateOf(preview(), draft, now)).toBe('open');
    expect(stateOf(preview(), draft, '2026-05-04T13:59:59.999Z')).toBe('open');
    expect(stateOf(preview(), draft, later)).toBe('expired');
  });

  it('is expired when it was opened more often than one person does', () => {
    expect(stateOf(preview({ openings: { count: 999 } }), draft, now)).toBe('open');
    expect(stateOf(preview({ openings: { count: 1000 } }), draft, now)).toBe('expired');
  });

  it('is released with its text, or with a later one, whenever that is, and not with an earlier one', () => {
    expect(stateOf(preview(), released, later)).toBe('released');
    const edited = withWork(committed(drafting.edit(released, text, act('e1'))));
    const ofWork = preview({ of: { version: 3, text: edited.work.text } });
    expect(stateOf(ofWork, edited, now)).toBe('open');
    const note = { note: 'A slip.', significance: 'minor' as const };
    const corrected = committed(publish(edited, content, taken, act('p2'), note));
    expect([ofWork, preview()].map((one) => stateOf(one, corrected, now))).toEqual(['released', 'released']);
  });

  it('once revoked, is that for ever', () => {
    const revoked = { ...revoke(preview(), act('r1')).after, lastEntry: 'sealed' };
    for (const head of [draft, released])
      for (const at of [now, later]) expect(stateOf(revoked, head, at)).toBe('revoked');
  });

  it('counts its openings, and says in its trail for whom it was, and no address', () => {
    const { after, entry } = open(preview(), { at: later, change: 'o1' });
    expect([after.version, after.openings]).toEqual([2, { count: 1, last: later }]);
    expect(entry).toMatchObject({
      action: 'open-preview',
      at: later,
      actor: { sub: 'p1', name: 'Ines Calder, The Reef Gazette', role: 'recipient' },
      preview: { id: 'p1', version: 1 },
    });
    expect(JSON.stringify(entry)).not.toMatch(/gazette\.example|\d+\.\d+\.\d+\.\d+/);
  });

  it('tells two openings of one instant apart', () => {
    const [first, second] = ['o1', 'o2'].map((change) => open(preview(), { at: later, change }).entry);
    expect(first).not.toEqual(second);
  });

  it('knows its token', () => {
    expect(isTokenOf(preview(), 'token')).toBe(true);
    expect(isTokenOf(preview(), 'Token')).toBe(false);
  });
});

describe('what a new preview says', () => {
  const code = (ask: () => unknown) => {
    try {
      return ask();
    } catch (error) {
      return error instanceof Problem ? error.code : error;
    }
  };
  const until = (asked: object) => code(() => expiryOf(parse(NewPreview, { recipient: 'A', ...asked }), now));

  it.each([
    [{ hours: 4 }, later],
    [{ hours: 0.5 }, '2026-05-04T10:30:00.000Z'],
    [{ hours: 720 }, '2026-06-03T10:00:00.000Z'],
    [{ expiresAt: '2026-05-04T16:00:00+02:00' }, later],
    [{}, 'invalid'],
    [{ hours: 1, expiresAt: later }, 'invalid'],
    [{ hours: 0 }, 'invalid'],
    [{ hours: 721 }, 'too-large'],
    [{ hours: 1e300 }, 'too-large'],
    [{ expiresAt: now }, 'invalid'],
    [{ expiresAt: '2027-05-04T10:00:00Z' }, 'too-large'],
    [{ expiresAt: '2026-05-04T16:00:00' }, 'invalid'],
    [{ expiresAt: 'soon' }, 'invalid'],
    [{ hours: '4' }, 'malformed'],
    [{ hours: 4, recipient: ' ' }, 'invalid'],
    [{ hours: 4, recipient: 'x'.repeat(201) }, 'invalid'],
    [{ hours: 4, email: 'nobody' }, 'invalid'],
    [{ hours: 4, version: 0 }, 'invalid'],
    [{ hours: 4, to: 'A' }, 'malformed'],
  ])('%j ends at, or is refused as, %s', (asked, expected) => {
    expect(until(asked)).toBe(expected);
  });
});
