import { expect, it } from 'vitest';
import { problemsPage } from '../../infra/problems-page.ts';
import { problems } from '../../shared/errors.ts';

const page = problemsPage('/assets/site-STYLE.css');

it.each(Object.entries(problems))('explains %s where a problem’s type points to', (code, [status, title]) => {
  expect(page).toContain(`<h2 id="${code}">${code}</h2>\n<p>${status}: ${title}.</p>`);
});

it('has the site’s style', () => {
  expect(page).toContain('<link rel="stylesheet" href="/assets/site-STYLE.css">');
});
