import { expect, it } from 'vitest';
import { type EditionView, editionPage } from '../../../shared/html/edition-page.ts';
import { frame, statement } from './sample.ts';

const page = (view: Partial<EditionView> = {}, changes: Partial<EditionView['statement']> = {}) =>
  editionPage({
    ...frame,
    statement: { ...statement, edition: 2, ...changes },
    bodyHtml: '<p>The charts are open.</p>',
    turns: false,
    newest: 3,
    replacement: undefined,
    ...view,
  });
const at = statement.path;

it('says which edition it is and since when, and leads to the newest, the changes and its neighbours', () => {
  const text = page();
  expect(text).toContain('<b>Edition 2</b> <time datetime="2026-05-04T09:00:00.000Z">');
  expect(text).toContain('<p>A newer edition has been published.</p>');
  expect(text).toContain(`<a href="${at}">Newest edition</a> · <a href="${at}changes/">`);
  expect(text).toContain(`<a href="${at}editions/1/" rel="prev">Edition 1</a>`);
  expect(text).toContain(`<a href="${at}editions/3/" rel="next">Edition 3</a>`);
  expect(text).toContain('<p>The charts are open.</p>');
});

it('is quiet about others while it is the only one', () => {
  const text = page({ newest: 1 }, { edition: 1 });
  expect(text).not.toMatch(/newer edition|changes\/|rel="(prev|next)"/);
  expect(text).toContain('<p>This page keeps the words of this edition.</p>');
});

it('is kept out of search engines, which are led to the statement', () => {
  expect(page()).toContain('<meta name="robots" content="noindex">');
  expect(page()).toContain(`<link rel="canonical" href="https://press.meridian.example${at}">`);
});

it('carries the notice of a withdrawal', () => {
  const withdrawn = { at: '2026-05-06T15:20:00.000Z', reason: 'The charts were false.', keepText: true };
  expect(page({}, { withdrawn })).toMatch(/<b>Withdrawn<\/b>[\s\S]*The charts were false\.[\s\S]*Edition 2/);
});
