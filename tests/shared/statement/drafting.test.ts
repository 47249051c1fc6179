import { describe, expect, it } from 'vitest';
import * as drafting from '../../../shared/statement/drafting.ts';
import { createPublished } from '../../../shared/statement/publishing.ts';
import type { Head } from '../../../shared/statement/statement.ts';
import { act, committed, content, person, taken, text, withLive, withWork } from './sample.ts';

const [ada, ben, cyd] = [person('Ada'), person('Ben'), person('Cyd', 'admin')];
const other = { ...text, content: { ...content, title: 'Other' } };
const draft = withWork(committed(drafting.create('id', text, act())));
const inReview = withWork(committed(drafting.submit(draft, act('b2'))));
const live = withLive(committed(createPublished('id', text, taken, act())));
const override = { at: act().at, by: { sub: cyd.sub, name: 'Cyd' }, reason: 'Fire.' };
const hands = ({ work }: Pick<Head, 'work'>) => work?.handsOn.map(({ name }) => name);

describe('a new statement', () => {
  it('is a draft that nobody but the office sees', () => {
    const { after, entry } = drafting.create('id', text, act());
    expect(after).toMatchObject({
      version: 1,
      work: { state: 'draft', title: content.title, handsOn: [{ name: 'Ada' }] },
      createdBy: { name: 'Ada' },
    });
    expect(after.live).toBeUndefined();
    expect(after.pending).toBeUndefined();
    expect(entry).toMatchObject({ version: 1, action: 'create', actor: { role: 'editor' } });
    expect(entry.digest).toBe(drafting.digestOf(content));
  });
});

describe('an edit', () => {
  it('keeps the live part as readers see it, and the mark of what is still on its way there', () => {
    const { after } = drafting.edit(live, other, act('b2'));
    expect(after).toMatchObject({ version: 2, live: live.live, work: { title: 'Other', state: 'draft' } });
    expect(after.pending).toEqual(live.pending);
  });

  it('puts each who makes one among the hands, once', () => {
    const second = committed(drafting.edit(draft, other, act('b2', ben)));
    const third = committed(drafting.edit(second, other, act('c3', ada)));
    expect(hands(third)).toEqual(['Ada', 'Ben']);
  });

  it('after an approval makes it a draft in other hands', () => {
    const approved = committed(drafting.approve(inReview, act('b2', ben)));
    const edited = committed(drafting.edit(approved, other, act('c3', cyd)));
    expect([edited.work?.state, hands(edited)]).toEqual(['draft', ['Cyd']]);
  });

  it('of a live text that nobody else approved leaves it in the hands that wrote it', () => {
    const flagged = { ...live, publishedWithoutReview: { ...override, handsOn: [override.by] } };
    expect(hands(committed(drafting.edit(flagged, other, act('b2', ben))))).toEqual(['Cyd', 'Ben']);
  });
});

describe('a review', () => {
  it('takes the text out of everybody’s hands', () => {
    const { after, entry } = drafting.approve(inReview, act('c3', ben));
    expect(after.work).toMatchObject({ state: 'approved', handsOn: [] });
    expect(entry).toMatchObject({ action: 'approve', actor: { name: 'Ben' } });
  });

  it('by one of those hands leaves it there', () => {
    expect(hands(drafting.approve(inReview, act('c3', ada)).after)).toEqual(['Ada']);
  });

  it('by an override leaves it there too, and says so until somebody else approves it', () => {
    const { after, entry } = drafting.approve(inReview, act('c3', ada), override);
    expect(after.work).toMatchObject({
      state: 'approved',
      withoutReview: override,
      handsOn: [{ name: 'Ada' }],
    });
    expect(entry).toMatchObject({ override: true, reason: 'Fire.' });
    const approved = withWork(committed(drafting.approve(inReview, act('c3', ada), override)));
    const again = drafting.approve(approved, act('d4', ben)).after.work;
    expect(again).toMatchObject({ state: 'approved', handsOn: [] });
    expect(again?.withoutReview).toBeUndefined();
  });

  it('may end in a return, with a note that the trail keeps', () => {
    const { after, entry } = drafting.sendBack(inReview, 'Whose reef?', act('c3', ben));
    expect(after.work).toMatchObject({ state: 'draft', handsOn: [{ name: 'Ada' }] });
    expect(entry).toMatchObject({ action: 'return', note: 'Whose reef?' });
  });

  it('afterwards takes the flag off a live text and leaves everything else', () => {
    const flagged = { ...live, publishedWithoutReview: { ...override, handsOn: [override.by] } };
    const { after, entry } = drafting.approveAfterwards(flagged, act('c3', ben));
    expect(after).toEqual({ ...live, version: 2, lastEntry: undefined, publishedWithoutReview: undefined });
    expect(entry).toMatchObject({ action: 'approve', edition: 1 });
  });
});

it('what is discarded leaves the live text', () => {
  const edited = withLive(committed(drafting.edit(live, other, act('b2'))));
  const { after, entry } = drafting.discard(edited, act('c3'));
  expect([after.work, after.live, entry.text]).toEqual([undefined, live.live, live.live.text]);
});

it('what is deleted leaves its id, and who deleted it', () => {
  const { after } = drafting.remove(draft, act('b2', ben));
  expect([after.work, after.live]).toEqual([undefined, undefined]);
  expect(after).toMatchObject({ id: 'id', version: 2, deleted: { at: act().at, by: { name: 'Ben' } } });
});

it('a remark changes nothing but the version', () => {
  const { after, entry } = drafting.remark(draft, 'Call them first.', act('b2', ben));
  expect(after).toEqual({ ...draft, version: 2, lastEntry: undefined });
  expect(entry).toMatchObject({ action: 'note', version: 2, note: 'Call them first.' });
});
