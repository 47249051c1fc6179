import { describe, expect, it } from 'vitest';
import { type StatementView, statementPage } from '../../../shared/html/statement-page.ts';
import { filesBeside } from '../../../shared/statement/paths.ts';
import { frame, listing, statement } from './sample.ts';

const page = (changes: Partial<StatementView['statement']> = {}, view: Partial<StatementView> = {}) =>
  statementPage({
    ...frame,
    statement: { ...statement, ...changes },
    bodyHtml: '<p>The charts are <em>open</em>.</p>',
    turns: false,
    latest: [listing],
    translations: [],
    files: filesBeside(statement.path),
    ...view,
  });

describe('statementPage', () => {
  it('shows type, date, title and the body as it was rendered', () => {
    const text = page();
    expect(text).toContain('<b>Press release</b> <time datetime="2026-05-04">4 May 2026</time>');
    expect(text).toContain('<h1>Survey maps 158 wrecks</h1>');
    expect(text).toContain('<p>The charts are <em>open</em>.</p>');
  });

  it('escapes everything of the statement but its rendered body', () => {
    const evil = '<img src=x>"';
    const text = page({
      title: evil,
      summary: evil,
      note: evil,
      speakers: [{ name: evil, role: evil }],
      contacts: [{ label: evil }],
      topics: [evil],
      event: { start: '2026-06-02T10:00:00Z', place: evil },
    });
    expect(text).not.toContain('<img');
  });

  it('has a summary and a delivery note where the statement has them', () => {
    expect(page()).not.toMatch(/class="(standfirst|delivery)"/);
    const text = page({ summary: 'In short.', delivery: 'as-drafted' });
    expect(text).toContain('<p class="standfirst">In short.</p>');
    expect(text).toContain('<p class="delivery">Check against delivery</p>');
  });

  it('sets a long title as one', () => {
    expect(page({ title: 'x'.repeat(300) })).toContain('<h1 class="long">');
  });

  it('says what a correction changed, and which edition this is', () => {
    expect(page()).not.toMatch(/Correction|Edition|Last changed/);
    const text = page({ note: 'It is 158.', edition: 2, lastChange: '2026-05-06T15:20:00.000Z' });
    expect(text).toContain(
      '<b>Correction</b> <time datetime="2026-05-06T15:20:00.000Z">6 May 2026 at 16:20 UTC+1',
    );
    expect(text).toContain('<p>It is 158.</p>');
    expect(text).toContain(
      `<dd><a href="${statement.path}editions/2/">2</a> · <a href="${statement.path}changes/">What has changed</a>`,
    );
    expect(text).toContain('<dt>Last changed</dt>');
  });

  it('puts the notice of a withdrawal before the text, and is then kept out of search engines', () => {
    expect(page()).not.toContain('noindex');
    const withdrawn = { at: '2026-05-06T15:20:00.000Z', reason: 'The charts were false.', keepText: true };
    const text = page({ withdrawn, note: 'It is 158.' });
    expect(text).toMatch(
      /<b>Withdrawn<\/b> <time[\s\S]*The charts were false\.[\s\S]*The charts are <em>open/,
    );
    expect(text).toContain('<title>Withdrawn: Survey maps 158 wrecks – Meridian Institute</title>');
    expect(text).toContain('<meta property="og:description" content="Withdrawn: The charts were false.">');
    expect(text).toContain('<meta name="robots" content="noindex">');
  });

  it('says who speaks, and when and where, by the clock of the place', () => {
    const text = page({
      speakers: ['Ana Duarte', { name: 'Tomás Vieira', role: 'Director' }],
      event: { start: '2026-06-02T10:00:00+02:00', end: '2026-06-02T12:00:00+02:00', place: 'Great Hall' },
    });
    expect(text).toContain('<dd>Ana Duarte</dd>');
    expect(text).toContain('<dd>Tomás Vieira<span class="role">Director</span></dd>');
    expect(text).toContain('2 June 2026, 10:00–12:00 UTC+2');
    expect(text).toContain('<dt>Where</dt><dd>Great Hall</dd>');
  });

  it('ends with contacts, topics by name, the permanent address and the other formats', () => {
    const text = page({
      contacts: [{ label: 'Ana Duarte', email: 'ana@meridian.example' }],
      topics: ['expeditions', 'open-day'],
    });
    expect(text).toContain('Media enquiries');
    expect(text).toContain('mailto:ana@meridian.example');
    expect(text).toContain(
      '<dd><a href="/en/topic/expeditions/">Expeditions</a> · <a href="/en/topic/open-day/">open day</a></dd>',
    );
    expect(text).toContain(
      `<a href="${statement.path}" dir="ltr">https://press.meridian.example${statement.path}</a>`,
    );
    expect(text).toContain(`<a href="${statement.path}index.txt">Plain text</a>`);
    expect(text).toContain(`<a href="${statement.path}index.json">JSON</a>`);
  });

  it('names its other forms in its head; only an event has a calendar', () => {
    const formsOf = (text: string) =>
      [
        ...text.matchAll(
          /rel="alternate" type="([^"]+)"[^>]* href="[^"]*\/survey-maps-158-wrecks\/([^"]+)"/g,
        ),
      ].map(([, type, file]) => [file, type]);
    const forms = [
      ['index.json', 'application/json'],
      ['ninjs.json', 'application/json'],
      ['index.txt', 'text/plain'],
    ];
    expect(formsOf(page())).toEqual(forms);
    const event = { start: '2026-06-02T10:00:00Z', place: 'Great Hall' };
    expect(formsOf(page({ event }))).toEqual([...forms, ['event.ics', 'text/calendar']]);
  });

  it('leads to its translations and holds the latest events', () => {
    const text = page({}, { translations: [{ id: 's2', language: 'fr', path: '/fr/x/', edition: 1 }] });
    expect(text).toContain('hreflang="fr" href="https://press.meridian.example/fr/x/"');
    expect(text).toContain(`hreflang="x-default" href="https://press.meridian.example${statement.path}"`);
    expect(text).toContain('<a href="/fr/x/" lang="fr" hreflang="fr">Français</a>');
    expect(text).toContain('<section id="latest"');
  });

  it.each([
    ['follows the newest edition', { edition: 2 }, undefined],
    ['is behind', { edition: 3 }, 'The original has been corrected since this translation.'],
    [
      'is left alone',
      { edition: 2, withdrawn: { at: '', reason: 'False.', keepText: true } },
      'The original has been withdrawn.',
    ],
  ])('tells of the original of a translation that %s', (_, original, notice) => {
    const translated = { id: 's0', language: 'fr', path: '/fr/x/', ...original };
    const text = page({ translationOf: 's0', follows: { edition: 2 } }, { translations: [translated] });
    expect(text).toContain('<dt>Original</dt><dd><a href="/fr/x/" lang="fr" hreflang="fr">Français</a>');
    if (!('withdrawn' in original)) {
      expect(text).toContain('<a href="/fr/x/editions/2/">Edition 2</a>');
      expect(text).toContain('hreflang="x-default" href="https://press.meridian.example/fr/x/"');
    }
    if (notice) expect(text).toContain(notice);
    else expect(text).not.toContain('The original has been');
  });

  it('speaks the language of the statement', () => {
    const text = page({ language: 'ar', type: 'interview' });
    expect(text).toContain('<html lang="ar" dir="rtl">');
    expect(text).toContain('<b>مقابلة</b>');
  });
});
