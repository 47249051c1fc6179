import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type LocalFront, localFront } from './local-front.ts';

let front: LocalFront;
beforeAll(async () => {
  front = await localFront();
});
afterAll(() => front.close());

const index = async () => (await front.get('/_local/outbox/index.json')).json();
const letter = (id: string, at: string, subject: string) => ({ id, to: 'reader@example.org', subject, at });

it('is an empty list while nothing was sent', async () => {
  expect(await index()).toEqual([]);
  expect(await (await front.get('/_local/outbox/')).text()).toContain('No letter');
});

it('lists letters, newest first, and gives each as it was sent', async () => {
  const [first, second] = [
    letter('one', '2031-01-01T10:00:00Z', 'Reef <open>'),
    letter('two', '2031-01-01T11:00:00Z', 'Tide'),
  ];
  const folder = join(front.dataDir, 'outbox');
  mkdirSync(folder);
  for (const one of [first, second]) writeFileSync(join(folder, `${one.id}.json`), JSON.stringify(one));
  writeFileSync(join(folder, 'one.eml'), 'Subject: Reef\r\n\r\nOpened. é\r\n');

  expect(await index()).toEqual([second, first]);
  const page = await (await front.get('/_local/outbox/')).text();
  expect(page).toContain('Reef &lt;open&gt;');
  expect(page).toContain('href="one.eml"');

  const sent = await front.get('/_local/outbox/one.eml');
  expect(sent.headers.get('content-type')).toBe('message/rfc822');
  expect(await sent.text()).toBe('Subject: Reef\r\n\r\nOpened. é\r\n');
});

it.each([
  '/_local/outbox/none.eml',
  '/_local/outbox/one.json',
  '/_local/outbox/..%2Fsign-in-key.json',
  '/_local/outbox/../sign-in-key.json',
])('has no %s', async (path) => {
  expect((await front.raw(path)).status).toBe(404);
});
