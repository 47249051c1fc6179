// For tests/browser/desk.test.ts, once the desk's sign-in addresses are right on one machine.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { forget, type Stack, startStack } from '../stack/stack.ts';
import { until, untilReadable } from '../stack/until.ts';
import { png } from '../stack/uploads.ts';
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
    await page.locator('#compose').getByLabel('Type').selectOption('interview');
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

  it('withdraws it with a reason that readers see, and restores it', async () => {
    const url = (await page.locator('#notice a').getAttribute('href')) ?? '';
    await page.getByRole('button', { name: 'Withdraw…' }).click();
    await page.getByLabel('Reason; readers are shown it').fill('It was early.');
    await page.getByLabel('Keep the text readable').check();
    await page.getByRole('button', { name: 'Withdraw', exact: true }).click();
    await page.getByText('Withdrawn. Its address tells readers why.').waitFor();
    expect(await untilReadable(url, 'It was early.')).toContain('A desk speaks');
    await page.getByRole('button', { name: 'Restore…' }).click();
    await page.getByRole('button', { name: 'Restore', exact: true }).click();
    await page.getByText('Restored.').waitFor();
    await until('the notice to go', async () => !(await (await fetch(url)).text()).includes('It was early.'));
  });

  it('is asked which instant is meant by a time that the clocks skip, and finds it among the scheduled', async () => {
    await page.goto(`${stack.site}/desk/#/new`);
    await page.getByLabel('Title').fill('A text for spring');
    await page.getByLabel('Text').fill('It goes out in the night of the change. TODO');
    await page.getByRole('button', { name: 'Save as draft' }).click();
    await page.getByText('looks like something that is still to be written').waitFor();
    await page.getByText('Schedule…').click();
    const day = nextChange(new Date());
    await page.getByLabel('Date and time').fill(`${day}T02:30`);
    await page.getByLabel('Time zone').fill('Europe/Berlin');
    await page.getByRole('button', { name: 'Schedule', exact: true }).click();
    await page.getByRole('button', { name: /03:30, UTC\+02:00/ }).click();
    await page.getByText('Scheduled. It goes out by itself.').waitFor();
    await page.getByRole('link', { name: 'All statements' }).click();
    await page.getByRole('link', { name: 'Scheduled 1' }).click();
    await page.getByRole('heading', { name: 'A text for spring' }).waitFor();
    expect(new URL(page.url()).hash).toBe('#/?list=scheduled');
    await page.goBack();
    await page.getByRole('heading', { name: 'A desk speaks' }).waitFor();
  });

  it('gives an embargoed copy, sees that it was opened, and revokes it', async () => {
    await page.getByRole('link', { name: 'A text for spring' }).click();
    await page.getByText('Embargoed copies').click();
    await page.getByLabel('Recipient').fill('Ines Calder');
    await page.getByLabel('Open for hours').fill('2');
    await page.getByRole('button', { name: 'Make a link' }).click();
    const url = await page.getByLabel('Link for Ines Calder').inputValue();
    expect(await (await fetch(url)).text()).toContain('A text for spring');
    await page.getByRole('button', { name: 'Revoke the copy of Ines Calder' }).click();
    await page.getByText(/Ines Calder: revoked, until .+, opened once/).waitFor();
    expect((await fetch(url)).status).toBe(404);
    await page.getByRole('link', { name: 'All statements' }).click();
  });

  it('attaches an image with its description, and removes it', async () => {
    await page.getByRole('link', { name: 'A text for spring' }).click();
    await page.getByRole('button', { name: 'Unschedule' }).click();
    await page.getByText('It is not scheduled any more.').waitFor();
    await page.getByText('Files', { exact: true }).click();
    await page.getByLabel('File').setInputFiles({ name: 'reef.png', mimeType: 'image/png', buffer: png });
    await page.getByRole('button', { name: 'Attach', exact: true }).click();
    await page.getByText('Describe the image').waitFor();
    await page.getByLabel('Description').fill('The reef at low tide');
    await page.getByRole('button', { name: 'Attach', exact: true }).click();
    await page.getByText(/reef.png: The reef at low tide attachment:\S+/).waitFor();
    await page.getByRole('button', { name: 'Remove reef.png' }).click();
    await page.locator('#attached:empty').waitFor({ state: 'attached' });
  });

  it('deletes a draft only when it is confirmed', async () => {
    await page.getByRole('button', { name: 'Delete…' }).click();
    await page.getByRole('button', { name: 'Delete', exact: true }).click();
    await page.getByRole('heading', { name: 'Statements' }).waitFor();
    await page.getByRole('heading', { name: 'A desk speaks' }).waitFor();
    expect(await page.getByText('A text for spring').count()).toBe(0);
  });
});

/** The next day on which Berlin's clocks are put forward: the last Sunday of March. */
function nextChange(now: Date): string {
  const [day] = [now.getUTCFullYear(), now.getUTCFullYear() + 1]
    .map((year) => new Date(Date.UTC(year, 2, 31)))
    .map((last) => new Date(last.getTime() - last.getUTCDay() * 24 * 60 * 60 * 1000))
    .filter((sunday) => sunday > now);
  return day?.toISOString().slice(0, 10) ?? '';
}
