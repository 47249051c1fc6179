import { describe, expect, it } from 'vitest';
import type { Change } from '../../../shared/statement/lifecycle.ts';
import * as lifecycle from '../../../shared/statement/lifecycle.ts';
import type { Head } from '../../../shared/statement/statement.ts';
import { act, content, text } from './sample.ts';

const committed = (change: Change): Head => ({ ...change.after, lastEntry: 'sealed' });
const withWork = (head: Head) => {
  if (!head.work) throw new Error('The head has no work copy');
  return { ...head, work: head.work };
};
const live = committed(lifecycle.createPublished('id', text, 'the-reef-is-open', act()));

describe('a new statement', () => {
  it('is a draft that nobody but the office sees', () => {
    const { after, entry } = lifecycle.create('id', text, act());
    expect(after).toMatchObject({
      version: 1,
      work: { state: 'draft', title: content.title },
      createdBy: { name: 'Ada' },
    });
    expect(after.live).toBeUndefined();
    expect(after.pending).toBeUndefined();
    expect(entry).toMatchObject({ version: 1, action: 'create', actor: { role: 'editor' } });
  });

  it('can be public with its first version', () => {
    const { after, edition } = lifecycle.createPublished('id', text, 'the-reef-is-open', act());
    expect(after.live).toMatchObject({
      edition: 1,
      path: '/en/2026/05/04/the-reef-is-open/',
      firstPublished: act().at,
    });
    expect(after.pending).toEqual({ since: act().at, channels: ['page', 'lists'] });
    expect(edition?.digest).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe('an edit', () => {
  it('keeps the live part as readers see it', () => {
    const { after } = lifecycle.edit(live, { ...text, content: { ...content, title: 'Other' } }, act('b2'));
    expect(after).toMatchObject({ version: 2, live: live.live, work: { title: 'Other', state: 'draft' } });
  });

  it('keeps the mark of a publication that is still on its way', () => {
    expect(lifecycle.edit(live, text, act('b2')).after.pending).toEqual(live.pending);
  });

  it.each([{ language: 'ru' }, { date: '2026-05-05' }, { slug: 'other' }])(
    'refuses another address for something public: %o',
    (change) => {
      expect(() => lifecycle.edit(live, { ...text, content: { ...content, ...change } }, act('b2'))).toThrow(
        /address/,
      );
    },
  );
});

describe('a publication', () => {
  const draft = withWork(committed(lifecycle.create('id', text, act())));
  const corrected = withWork(
    committed(lifecycle.edit(live, { ...text, content: { ...content, title: 'Corrected' } }, act('b2'))),
  );
  const later = { ...act('c3'), at: '2026-05-05T10:00:00.000Z' };

  it('turns the work copy into edition 1', () => {
    const { after, entry } = lifecycle.publish(draft, content, 'slug', act('b2'), {});
    expect(after).toMatchObject({ version: 2, live: { edition: 1, slug: 'slug' } });
    expect(after.work).toBeUndefined();
    expect(entry).toMatchObject({ action: 'publish', edition: 1, text: draft.work.text });
  });

  it('over a live part is a correction, which needs a note and a significance', () => {
    expect(() => lifecycle.publish(corrected, content, 'x', later, {})).toThrow(
      /public note and a significance/,
    );
  });

  it.each([
    ['minor', act().at],
    ['major', later.at],
  ] as const)('of %s significance dates the last major change rightly', (significance, lastMajorChange) => {
    const { after } = lifecycle.publish(corrected, { ...content, title: 'Corrected' }, 'x', later, {
      note: 'A name.',
      significance,
    });
    expect(after.live).toMatchObject({
      edition: 2,
      title: 'Corrected',
      note: 'A name.',
      path: live.live?.path,
      firstPublished: act().at,
      lastMajorChange,
      lastChange: later.at,
    });
  });
});
