import { expect, it } from 'vitest';
import { attachedFiles } from '../../../shared/html/attached-files.ts';
import { site } from '../statement/sample.ts';

const path = '/en/2026/05/04/reef/';
const chart = {
  id: 'c',
  name: 'Chart.png',
  file: 'chart.png',
  mediaType: 'image/png',
  size: 81_000,
  alt: 'A <chart>',
};
const survey = {
  id: 's',
  name: 'Survey.pdf',
  file: 'survey.pdf',
  mediaType: 'application/pdf',
  size: 1_240_000,
};
const listed = (bodyHtml = '', attachments = [chart, { ...survey, title: 'The survey' }]) =>
  String(attachedFiles(site, { attachments, language: 'en', path }, bodyHtml) || '');

it('lists files with their kind and size, and shows images with their words', () => {
  expect(listed()).toContain(`<img src="${path}files/c/chart.png" alt="A &lt;chart&gt;" loading="lazy">`);
  expect(listed()).toContain(
    `<a href="${path}files/s/survey.pdf">The survey</a> <span class="kind">PDF, 1.2 MB</span>`,
  );
});

it('shows no image again that the text shows, and is not there without files', () => {
  const inText = listed(`<p><img src="${path}files/c/chart.png" alt="A chart"></p>`);
  expect(inText).not.toContain('<img');
  expect(inText).toContain('Chart.png');
  expect(listed('', [])).toBe('');
});
