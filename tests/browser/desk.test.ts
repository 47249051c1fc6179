// For tests/browser/desk.test.ts, once the desk's sign-in addresses are right on one machine.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { forget, type Stack, startStack } from '../stack/stack.ts';
import { untilReadable } from '../stack/until.ts';
import { startBrowser } from './browser.ts';

let stack: Stack;
let browser: Browser;
let page: Page;
beforeAll(async () => {
  [stack, browser] = await Promise.all([startStack(), startBrowser()]);
  page = await browser.newPage();
});
afterAll(async () => {
  await browser.close();
  await stack.stop();
  await forget(stack);
});

describe('a press officer at the desk', () => {
  it('signs in with a name and a group', async () => {
    await page.goto(`${stack.site}/desk/`);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByLabel('Name').fill('Anna Example');
    await page.getByLabel('Group').selectOption('editor');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByText('No statement here yet.').waitFor();
    expect(await page.getByText('Anna Example, editor').count()).toBe(1);
    expect(new URL(page.url()).search).toBe('');
  });

  it('is told at its field what is missing', async () => {
    await page.getByRole('link', { name: 'New statement' }).click();
    await page.getByRole('button', { name: 'Save as draft' }).click();
    await page.getByText('This is empty.').first().waitFor();
    expect(await page.getByLabel('Title').getAttribute('aria-invalid')).toBe('true');
  });

  it('keeps unsent words over a reload, and sees the public page before anybody else', async () => {
    await page.getByLabel('Title').fill('A desk speaks');
    await page.getByLabel('Type').selectOption('interview');
    await page.getByLabel('Text').fill('Q: Is it open? A: It is.');
    await page.reload();
    await page.getByText('Your unsaved words are back.').waitFor();
    await page.getByRole('button', { name: 'Preview', exact: true }).click();
    const preview = page.frameLocator('#preview-page');
    expect(await preview.locator('h1').innerText()).toBe('A desk speaks');
    expect(await preview.locator('section.turn').count()).toBe(2);
  });

  it('publishes, and the public can read it', async () => {
    await page.getByRole('button', { name: 'Publish', exact: true }).click();
    await page.getByText('Published. It is').waitFor();
    const url = await page.locator('#notice a').getAttribute('href');
    await untilReadable(url ?? '');
  });
});
