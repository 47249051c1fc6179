import { describe, expect, it } from 'vitest';
import * as drafting from '../../../shared/statement/drafting.ts';
import { saltedDigest } from '../../../shared/statement/edition.ts';
import * as publishing from '../../../shared/statement/publishing.ts';
import type { KeptContent } from '../../../shared/statement/statement.ts';
import { withdraw } from '../../../shared/statement/withdrawing.ts';
import { act, committed, content, person, taken, text, withLive, withWork } from './sample.ts';

const later = act('c3', person('Ben'), '2026-05-05T10:00:00.000Z');
const draft = withWork(committed(drafting.create('id', text, act())));
const live = withLive(committed(publishing.createPublished('id', text, taken, act())));
const edited = (changes: Partial<KeptContent>) =>
  withWork(committed(drafting.edit(live, { ...text, content: { ...content, ...changes } }, act('b2'))));
const note = { note: 'A name.', significance: 'minor' as const };
const override = { at: later.at, by: { sub: 'sub-Cyd', name: 'Cyd' }, reason: 'Fire.' };

describe('a first publication', () => {
  it('turns the work copy into edition 1', () => {
    const { after, entry, record } = publishing.publish(draft, content, taken, later, {});
    expect(after).toMatchObject({
      version: 2,
      live: {
        edition: 1,
        slug: taken.slug,
        path: '/en/2026/05/04/the-reef-is-open/',
        reference: 'PR/2026/1',
        formerPaths: [],
        firstPublished: later.at,
        act: 'publish',
      },
      pending: { since: later.at, channels: ['page', 'lists'] },
    });
    expect(after.work).toBeUndefined();
    expect(entry).toMatchObject({ action: 'publish', edition: 1, text: draft.work.text });
    expect(record).toMatchObject({ action: 'publish', edition: 1, version: 2, text: draft.work.text });
  });

  it('can be of a statement’s first version', () => {
    const { after, text: kept, entry } = publishing.createPublished('id', text, taken, act());
    expect([after.version, after.live?.edition, kept]).toEqual([1, 1, content]);
    expect(entry.digest).toBe(drafting.digestOf(content));
  });

  it('has no public note, since it corrects nothing', () => {
    expect(publishing.publish(draft, content, taken, later, note).after.live?.note).toBeUndefined();
  });
});

describe('a correction', () => {
  it.each([
    ['minor', act().at],
    ['major', later.at],
  ] as const)('of %s significance dates the last major change rightly', (significance, lastMajorChange) => {
    const { after } = publishing.publish(
      edited({ title: 'Corrected' }),
      { ...content, title: 'Corrected' },
      taken,
      later,
      {
        note: 'A name.',
        significance,
      },
    );
    expect(after.live).toMatchObject({
      edition: 2,
      title: 'Corrected',
      note: 'A name.',
      path: live.live.path,
      reference: 'PR/2026/1',
      firstPublished: act().at,
      lastMajorChange,
      lastChange: later.at,
    });
  });

  it.each([
    [{}, ['/note', '/significance']],
    [{ note: 'A name.' }, ['/significance']],
    [{ significance: 'major' as const }, ['/note']],
    [note, undefined],
  ])('that says %j lacks %j', (said, pointers) => {
    const ask = () => publishing.requirePublicNote(said);
    if (!pointers) return expect(ask).not.toThrow();
    expect(ask).toThrow(
      expect.objectContaining({ errors: pointers.map((pointer) => expect.objectContaining({ pointer })) }),
    );
  });

  it('keeps the addresses that it had, and not the one that it has again', () => {
    const moved = withLive(
      committed(
        publishing.publish(
          edited({ slug: 'b' }),
          { ...content, slug: 'b' },
          { ...taken, slug: 'b' },
          later,
          note,
        ),
      ),
    );
    expect(moved.live).toMatchObject({ path: '/en/2026/05/04/b/', formerPaths: [live.live.path] });
    const back = withWork(committed(drafting.edit(moved, text, act('d4'))));
    const { after } = publishing.publish(back, content, taken, later, note);
    expect(after.live).toMatchObject({ path: live.live.path, formerPaths: ['/en/2026/05/04/b/'] });
  });

  it('is chained to what was done in public before it', () => {
    const { after, record } = publishing.publish(edited({}), content, taken, later, note);
    expect(record?.previous).toBe(live.live.record);
    expect(after.live?.record).not.toBe(live.live.record);
  });
});

describe('what went without review', () => {
  const flagged = publishing.publish(draft, content, taken, later, {}, override);

  it('is flagged with every hand that was in it, and on the trail', () => {
    expect(flagged.after.publishedWithoutReview).toEqual({
      ...override,
      handsOn: [...draft.work.handsOn, override.by, { sub: 'sub-Ben', name: 'Ben' }],
    });
    expect(flagged.entry).toMatchObject({ override: true, reason: 'Fire.' });
  });

  it('is so, too, if only its approval was an override', () => {
    const approved = {
      ...draft,
      work: { ...draft.work, state: 'approved' as const, withoutReview: override },
    };
    const { after } = publishing.publish(approved, content, taken, later, {});
    expect(after.publishedWithoutReview).toMatchObject({ reason: 'Fire.' });
  });

  it('stays flagged until a text that somebody else approved takes its place', () => {
    const next = withWork(committed(drafting.edit(committed(flagged), text, act('d4'))));
    const unreviewed = publishing.publish(next, content, taken, later, note);
    expect(unreviewed.after.publishedWithoutReview).toEqual(flagged.after.publishedWithoutReview);
    const approved = { ...next, work: { ...next.work, state: 'approved' as const, handsOn: [] } };
    expect(
      publishing.publish(approved, content, taken, later, note).after.publishedWithoutReview,
    ).toBeUndefined();
  });
});

describe('a restoration', () => {
  const gone = withLive(committed(withdraw(live, { reason: 'A mistake.', keepText: true }, act('b2'))));

  it('is a new edition of the last text, which alerts unless it is said to be minor', () => {
    const { after, record } = publishing.restoreLast(gone, content, later, {});
    expect(after.live).toMatchObject({
      edition: 2,
      text: live.live.text,
      lastMajorChange: later.at,
      act: 'restore',
    });
    expect(after.live?.withdrawn).toBeUndefined();
    expect(record).toMatchObject({ action: 'restore', significance: 'major', previous: gone.live.record });
    const minor = publishing.restoreLast(gone, content, later, { significance: 'minor' });
    expect(minor.after.live?.lastMajorChange).toBe(gone.live.lastMajorChange);
  });

  it('leaves a work copy that is not approved', () => {
    const beside = withLive(committed(drafting.edit(gone, text, act('c3'))));
    expect(publishing.restoreLast(beside, content, later, {}).after.work).toEqual(beside.work);
  });

  it('takes an approved work copy up', () => {
    const beside = withWork(withLive(committed(drafting.edit(gone, text, act('c3')))));
    const { after, entry } = publishing.restoreWork(beside, content, taken, later, note);
    expect(after.live).toMatchObject({ edition: 2, text: beside.work.text, note: 'A name.' });
    expect([after.work, entry.action]).toEqual([undefined, 'restore']);
  });

  it('commits to its words with a salt of its own', () => {
    const { record } = publishing.restoreLast(gone, content, later, {});
    if (!record || !('digest' in record)) throw new Error('There is no edition');
    expect(record.digest).toBe(saltedDigest(record.salt, content));
  });
});
