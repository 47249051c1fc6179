import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { forget, type Stack, startStack } from '../stack/stack.ts';
import { untilReadable } from '../stack/until.ts';
import { startBrowser } from './browser.ts';

const statement = {
  type: 'interview',
  language: 'en',
  title: '<script>document.title = "stolen"</script> On the reef',
  body: 'Q: Is it open?\n\nA: It is. <img src=x onerror="document.title=1">\n\nQ: Since when? A: Since Monday.',
  publish: true,
};
let stack: Stack;
let browser: Browser;
let url: string;
beforeAll(async () => {
  [stack, browser] = await Promise.all([startStack(), startBrowser()]);
  const response = await stack.api('POST', '/statements', { body: statement });
  url = z.object({ url: z.string() }).parse(await response.json()).url;
  await untilReadable(url);
  // A script takes in the latest block, which another consumer makes.
  await untilReadable(`${stack.site}/en/latest.html`, 'On the reef');
});
afterAll(async () => {
  await browser.close();
  await stack.stop();
  await forget(stack);
});

async function opened(
  address: string,
  options: { javaScriptEnabled: boolean; width?: number; timezoneId?: string },
): Promise<{ page: Page; trouble: string[] }> {
  const context = await browser.newContext({
    javaScriptEnabled: options.javaScriptEnabled,
    viewport: { width: options.width ?? 1024, height: 800 },
    ...(options.timezoneId && { timezoneId: options.timezoneId }),
  });
  const page = await context.newPage();
  const trouble: string[] = [];
  page.on('console', (message) => message.type() === 'error' && trouble.push(message.text()));
  page.on('pageerror', (error) => trouble.push(String(error)));
  page.on(
    'request',
    (request) => new URL(request.url()).origin !== stack.site && trouble.push(request.url()),
  );
  await page.goto(address, { waitUntil: 'networkidle' });
  return { page, trouble };
}

describe.each([true, false])('a reader with script %s', (javaScriptEnabled) => {
  it('reads the statement, its turns and the latest block, and nothing of it runs', async () => {
    const { page, trouble } = await opened(url, { javaScriptEnabled });
    expect(await page.locator('h1').innerText()).toBe(statement.title);
    expect(await page.title()).toContain('On the reef');
    expect(await page.locator('section.turn').count()).toBe(4);
    expect(await page.locator('#turn-2').innerText()).toContain('It is. <img');
    expect(await page.locator('#latest').innerText()).toContain('On the reef');
    expect(trouble).toEqual([]);
  });

  it('finds it from the front page', async () => {
    const { page } = await opened(`${stack.site}/en/`, { javaScriptEnabled });
    await page.getByRole('main').getByRole('link', { name: 'On the reef' }).first().click();
    await page.waitForURL(url);
  });

  it('has no sideways scrolling at 320 px', async () => {
    const { page } = await opened(url, { javaScriptEnabled: true, width: 320 });
    const [scroll, client] = (await page.evaluate(
      '[document.documentElement.scrollWidth, document.documentElement.clientWidth]',
    )) as [number, number];
    expect(scroll).toBeLessThanOrEqual(client);
  });
});

it('sees today’s date and the clocks run with a script', async () => {
  const { page } = await opened(url, { javaScriptEnabled: true });
  const header = await page.locator('header').first().innerText();
  expect(header).toMatch(/\d{1,2}:\d{2}/);
  expect(header).toContain(String(new Date().getFullYear()));
});

it('sees when an event is by their own clock, and by the office’s alone without a script', async () => {
  const event = { start: '2026-05-09T10:00:00+01:00', end: '2026-05-09T12:00:00+01:00', place: 'Pier 4' };
  const notice = { ...statement, type: 'event-notice', title: 'The opening', body: 'Come.', event };
  const posted = await stack.api('POST', '/statements', { body: notice });
  const address = z.object({ url: z.string() }).parse(await posted.json()).url;
  await untilReadable(address);
  const seen = async (javaScriptEnabled: boolean, timezoneId: string) =>
    (await opened(address, { javaScriptEnabled, timezoneId })).page.locator('.facts').first().innerText();
  expect(await seen(true, 'Asia/Tokyo')).toMatch(
    /10:00–12:00 UTC\+1\s+9 May 2026, 18:00–20:00 \(your time\)/,
  );
  expect(await seen(true, 'Europe/London')).not.toContain('your time');
  expect(await seen(false, 'Asia/Tokyo')).not.toContain('your time');
  expect(await (await fetch(`${address}event.ics`)).text()).toContain('SUMMARY:The opening');
});

it('copies words with who said them, where and when, and a link to them in the edition that has them', async () => {
  const { page } = await opened(url, { javaScriptEnabled: true });
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const button = page.getByRole('button', { name: 'Copy with source' });
  expect(await button.isVisible()).toBe(false);
  await page.evaluate(
    "getSelection().selectAllChildren(document.querySelector('#turn-4 p').lastChild.parentNode)",
  );
  await button.waitFor();
  await button.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('status').filter({ hasText: 'Quotation copied' }).waitFor();
  const copied = String(await page.evaluate('navigator.clipboard.readText()'));
  const [quotation, link = ''] = copied.split('\n');
  expect(quotation).toMatch(/^“Since Monday\.” \(A, .*On the reef, .*\(Interview PR\/\d{4}\/\d+\)\)$/);
  expect(link).toMatch(/\/editions\/1\/#:~:text=.*Since%20Monday\.$/);
  // Words of two turns are nobody's alone: each keeps its label; and half a word is quoted whole.
  await page.evaluate(`getSelection().setBaseAndExtent(
    document.querySelector('#turn-3 p'), 0, document.querySelector('#turn-4 p').lastChild, 3)`);
  await button.press('Enter');
  await expect
    .poll(() => page.evaluate('navigator.clipboard.readText()'))
    .toMatch(/^“Q: Since when\? A: Since” \([^,]*<\/script> On the reef, /);
  await page.goto(link);
  expect(await page.locator('#turn-4').innerText()).toContain('Since Monday.');
});

it('takes 15 KB at most, with style and script, compressed', async () => {
  const page = await (await fetch(url)).text();
  const files = [...page.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map(([, path]) => path);
  expect(files).toHaveLength(2);
  const texts = [
    page,
    ...(await Promise.all(files.map(async (path) => (await fetch(stack.site + path)).text()))),
  ];
  const bytes = texts.reduce((sum, text) => sum + gzipSync(text).length, 0);
  expect(bytes).toBeLessThanOrEqual(15_000);
  console.log(
    'BYTES',
    bytes,
    texts.map((t) => gzipSync(t).length),
  );
});
