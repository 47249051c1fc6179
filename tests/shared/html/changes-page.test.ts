import { describe, expect, it } from 'vitest';
import { type ChangesView, changesPage } from '../../../shared/html/changes-page.ts';
import type { EditionChange } from '../../../shared/statement/public-changes.ts';
import type { KeptContent } from '../../../shared/statement/statement.ts';
import { frame, listing } from './sample.ts';

const text: KeptContent = {
  type: 'press-release',
  language: 'en',
  title: 'Survey maps 158 wrecks',
  body: 'The charts are open to all from today.',
  date: '2026-05-04',
  topics: [],
  speakers: [],
  contacts: [],
};
const edition = (changes: Partial<EditionChange> = {}): EditionChange => ({
  action: 'correct',
  edition: 2,
  version: 2,
  at: '2026-05-06T15:20:00.000Z',
  text: 't',
  salt: '',
  digest: '',
  notes: [{ note: 'It is 158.', at: '2026-05-06T15:20:00.000Z' }],
  between: [text, { ...text, body: 'The charts are open to divers from today.' }],
  ...changes,
});
const page = (changes: ChangesView['changes'], view: Partial<ChangesView> = {}) =>
  changesPage({ ...frame, statement: listing, changes, earlier: undefined, ...view });

describe('the page of changes', () => {
  it('says what changed word by word, when and why, and leads to the edition', () => {
    const said = page([edition()]);
    expect(said).toContain(`<h2 id="edition-2"><a href="${listing.path}editions/2/">Edition 2</a></h2>`);
    expect(said).toContain('<b>Corrected</b> <time datetime="2026-05-06T15:20:00.000Z">');
    expect(said).toContain('<p>It is 158.</p>');
    expect(said).toContain('The charts are open to <del>all</del><ins>divers</ins> from today.');
  });

  it('shows how a note read before it was reworded', () => {
    const notes = [...edition().notes, { note: 'It is 158, not 157.', at: '2026-05-07T08:00:00.000Z' }];
    const said = page([edition({ notes })]);
    expect(said).toMatch(
      /<p>It is 158, not 157\.<\/p>\n<p class="kicker">Reworded <time datetime="2026-05-07/,
    );
    expect(said).toMatch(/Earlier wording, <time datetime="2026-05-06[^>]*>[^<]*<\/time>: It is 158\.<\/p>/);
  });

  it('names the facts that changed, and says when no word did', () => {
    const dated = page([
      edition({ between: [text, { ...text, date: '2026-05-05', speakers: ['Ana Duarte'] }] }),
    ]);
    expect(dated).toContain(
      '<h3>Date</h3>\n<p class="passage"><del>4 May 2026</del> <ins>5 May 2026</ins></p>',
    );
    expect(dated).toContain('<h3>Speakers</h3>\n<p class="passage"><ins>Ana Duarte</ins></p>');
    expect(page([edition({ between: [text, text] })])).toContain('<p>The words stayed the same.</p>');
  });

  it('says when there is too much to show, and where earlier editions are', () => {
    const said = page([edition({ between: 'not shown' })], { earlier: 1 });
    expect(said).toContain('too long to show here');
    expect(said).toContain(`Earlier editions: <a href="${listing.path}editions/1/">Edition 1</a>`);
  });

  it('tells of withdrawals and restorations', () => {
    const withdrawal = {
      action: 'withdraw' as const,
      edition: 1,
      version: 2,
      at: '2026-05-05T00:00:00.000Z',
    };
    const said = page([
      edition({ action: 'restore', notes: [] }),
      { ...withdrawal, reason: 'The charts were false.', keepText: true },
    ]);
    expect(said).toMatch(/<b>Restored<\/b>[\s\S]*<h2>Withdrawn<\/h2>[\s\S]*<p>The charts were false\.<\/p>/);
  });

  it('marks a passage that runs against the page, in its own direction', () => {
    const arabic = { ...text, body: 'خرائط الحطام متاحة للجميع.' };
    const said = page([edition({ between: [arabic, { ...arabic, body: 'خرائط الحطام متاحة للغواصين.' }] })]);
    expect(said).toContain('<p class="passage" dir="rtl">');
    expect(page([edition()])).not.toContain('<p class="passage" dir');
  });

  it('shows markup as words, and is kept out of search engines', () => {
    const evil = '<img src=x>';
    const said = page([
      edition({
        notes: [{ note: evil, at: '2026-05-06T15:20:00.000Z' }],
        between: [text, { ...text, title: evil, body: evil }],
      }),
    ]);
    expect(said).not.toContain('<img');
    expect(said).toContain('noindex');
  });

  it('speaks the language of the statement', () => {
    const said = page([edition()], { statement: { ...listing, language: 'fr' } });
    expect(said).toContain('<h1>Ce qui a changé</h1>');
  });
});
