import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { HtmlValidate } from 'html-validate';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { forget, type Stack, startStack } from '../stack/stack.ts';
import { untilReadable } from '../stack/until.ts';
import { startBrowser } from './browser.ts';
import { crawl, type Found } from './crawl.ts';
import { languages, siteFile } from './six-languages.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const Made = z.object({ id: z.string(), path: z.string() });

let stack: Stack;
let browser: Browser;
let pages: Found[];
let addresses: Found[];

beforeAll(async () => {
  [stack, browser] = await Promise.all([startStack({ SITE: siteFile() }), startBrowser()]);
  for (const language of languages) await publishIn(language);
  addresses = await crawl(stack.site, ['/', '/nowhere/', ...languages.map(({ code }) => `/${code}/`)]);
  pages = addresses.filter(({ type, path }) => type.startsWith('text/html') && !path.startsWith('/desk/'));
}, 180_000);
afterAll(async () => {
  await browser.close();
  await stack.stop();
  await forget(stack);
});

/** What a page may have, in one language: turns, footnotes, a table, a correction, an event, withdrawals. */
async function publishIn({ code, title, asked, said }: (typeof languages)[number]): Promise<void> {
  const post = async (path: string, body: object, version?: number) => {
    const headers = { ...(version && { 'If-Match': `"${version}"` }) };
    return Made.parse(await (await stack.api('POST', path, { as: 'admin', body, headers })).json());
  };
  const interview = {
    type: 'interview',
    language: code,
    title,
    slug: 'interview',
    summary: said,
    body: `Q: ${asked}\n\nA: ${said}[^1]\n\n> قالت: مرحبا\n\n## ${title}\n\n| a | b |\n|---|--:|\n| 1 | 2 |\n\n[^1]: ${said}`,
    speakers: ['Ines Calder', { name: 'Ada Lind', role: 'Director' }],
    contacts: [{ label: 'Ana Prado', phone: '+351 800 555 0142', email: 'ana@press.example' }],
    topics: ['expeditions'],
    delivery: 'as-drafted',
    publish: true,
  };
  const made = await post('/statements', interview);
  await stack.api('PATCH', `/statements/${made.id}`, {
    as: 'admin',
    body: { summary: `${said} ${said}` },
    headers: { 'If-Match': '"1"' },
  });
  await post(`/statements/${made.id}/publish`, { note: said, significance: 'major' }, 2);
  const event = { start: '2031-05-09T10:00:00+01:00', place: 'Pier 4' };
  await post('/statements', { ...interview, type: 'event-notice', slug: 'event', event });
  for (const keepText of [true, false]) {
    const gone = await post('/statements', { ...interview, slug: `gone-${keepText}` });
    await post(`/statements/${gone.id}/withdraw`, { reason: said, keepText }, 1);
    await untilReadable(stack.site + gone.path, 'noindex');
  }
  await untilReadable(`${stack.site}${made.path}changes/`);
  await untilReadable(`${stack.site}/${code}/feed.atom`, `:${made.id}</id>`);
}

describe('the whole site, in every language that is built in', () => {
  it('has no link that leads nowhere', () => {
    expect(pages.length).toBeGreaterThan(15 * languages.length);
    expect(addresses.filter(({ status, path }) => status !== 200 && path !== '/nowhere/')).toEqual([]);
  });

  it('is by the HTML standard, on every page', async () => {
    const validator = new HtmlValidate({
      extends: ['html-validate:standard', 'html-validate:a11y'],
      rules: { 'long-title': 'off' },
    });
    for (const { path, text } of pages) {
      const { results } = await validator.validateString(text);
      expect([path, results.flatMap(({ messages }) => messages.map(({ message }) => message))]).toEqual([
        path,
        [],
      ]);
    }
  });

  it.each(['light', 'dark'] as const)(
    'can be used by everybody, in %s, and needs no sideways scrolling',
    async (colorScheme) => {
      const context = await browser.newContext({
        viewport: { width: 320, height: 800 },
        colorScheme,
        bypassCSP: true,
      });
      const page = await context.newPage();
      for (const { path } of pages.filter(({ path }) => /^\/(en|ar)\//.test(path) || path === '/nowhere/')) {
        await page.goto(stack.site + path, { waitUntil: 'load' });
        await page.evaluate(axe);
        const violations = await page.evaluate(
          `axe.run({ resultTypes: ['violations'] }).then(({ violations }) => violations.map(({ id, nodes }) => [id, nodes[0].html]))`,
        );
        expect([path, violations]).toEqual([path, []]);
        const root = 'document.documentElement';
        expect([path, await page.evaluate(`${root}.scrollWidth > ${root}.clientWidth`)]).toEqual([
          path,
          false,
        ]);
      }
      await context.close();
    },
  );
});
