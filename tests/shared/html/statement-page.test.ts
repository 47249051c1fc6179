import { describe, expect, it } from 'vitest';
import { type StatementView, statementPage } from '../../../shared/html/statement-page.ts';
import { frame, listing, statement } from './sample.ts';

const page = (changes: Partial<StatementView['statement']> = {}, view: Partial<StatementView> = {}) =>
  statementPage({
    ...frame,
    statement: { ...statement, ...changes },
    bodyHtml: '<p>The charts are <em>open</em>.</p>',
    turns: false,
    latest: [listing],
    alternates: [],
    files: { json: `${statement.path}index.json`, text: `${statement.path}index.txt` },
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
    expect(text).toContain('<dt>Edition</dt><dd>2</dd>');
    expect(text).toContain('<dt>Last changed</dt>');
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
    expect(text).toContain('<dd>Expeditions · open day</dd>');
    expect(text).toContain(
      `<a href="${statement.path}" dir="ltr">https://press.meridian.example${statement.path}</a>`,
    );
    expect(text).toContain(`<a href="${statement.path}index.txt">Plain text</a>`);
    expect(text).toContain(`<a href="${statement.path}index.json">JSON</a>`);
  });

  it('leads to its translations and holds the latest events', () => {
    const text = page({}, { alternates: [{ language: 'fr', path: '/fr/x/' }] });
    expect(text).toContain('hreflang="fr" href="https://press.meridian.example/fr/x/"');
    expect(text).toContain('<section id="latest"');
  });

  it('speaks the language of the statement', () => {
    const text = page({ language: 'ar', type: 'interview' });
    expect(text).toContain('<html lang="ar" dir="rtl">');
    expect(text).toContain('<b>مقابلة</b>');
  });
});
