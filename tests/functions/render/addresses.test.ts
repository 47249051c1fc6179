import { PutObjectCommand } from '@aws-sdk/client-s3';
import { describe, expect, it } from 'vitest';
import { handler } from '../../../functions/render/handler.ts';
import { publicEvent } from '../../../shared/events.ts';
import type { Head } from '../../../shared/statement/statement.ts';
import { withLive } from '../../shared/statement/sample.ts';
import { fakes } from '../fakes.ts';
import { amended, corrected, messageOf, published, restored, withdrawn } from '../publish.ts';

const fake = fakes();

const render = async (head: Head) => {
  fake.bucket.client.resetHistory();
  expect(await handler({ Records: [messageOf(publicEvent(withLive(head)))] })).toEqual({
    batchItemFailures: [],
  });
};
const keys = (path = 'en/2026/05/04/reef/') =>
  [...fake.bucket.objects.keys()]
    .filter((key) => key.startsWith(path))
    .map((key) => key.slice(path.length))
    .sort();
const read = (key: string, path = 'en/2026/05/04/reef/') => fake.bucket.objects.get(`${path}${key}`) ?? '';
const files = ['index.html', 'index.json', 'index.txt', 'ninjs.json'];
const changes = 'changes/index.html';
const editions = (...numbers: number[]) => numbers.map((n) => `editions/${n}/index.html`);

describe('an edition', () => {
  it('is kept from its first hour, and knows when it is no longer the newest', async () => {
    const first = await published('reef');
    await render(first);
    expect(keys()).toEqual([...editions(1), ...files]);
    expect(read('editions/1/index.html')).not.toContain('newer edition');
    await render(await corrected(first, { body: 'The reef is closed.' }));
    expect(keys()).toEqual([changes, ...editions(1, 2), ...files]);
    expect(read('editions/1/index.html')).toContain('The reef is open again.');
    expect(read('editions/1/index.html')).toContain('A newer edition has been published.');
    expect(read('editions/2/index.html')).toContain('The reef is closed.');
  });

  it('is written twice, however many come after it, unless the site lacks it', async () => {
    let head = await published('reef');
    await render(head);
    for (let n = 2; n < 8; n++) {
      head = await corrected(head, { body: `Text ${n}.` });
      await render(head);
    }
    expect(fake.bucket.client.commandCalls(PutObjectCommand)).toHaveLength(files.length + 3);
    fake.bucket.objects.delete('en/2026/05/04/reef/editions/3/index.html');
    await render(head);
    expect(read('editions/3/index.html')).toContain('Text 3.');
  });

  it('is there although the site was told only of a later one', async () => {
    let head = await published('reef');
    for (let n = 2; n < 5; n++) head = await corrected(head, { body: `Text ${n}.` });
    await render(head);
    expect(keys()).toEqual([changes, ...editions(1, 2, 3, 4), ...files]);
  });
});

describe('the page of changes', () => {
  it('says word by word what each edition changed, and stays within ten of them', async () => {
    let head = await published('reef', { body: 'There are 1 divers.' });
    for (let n = 2; n < 14; n++) head = await corrected(head, { body: `There are ${n} divers.` });
    await render(head);
    const page = read(changes);
    expect(page).toContain('There are <del>12</del><ins>13</ins> divers.');
    expect(page).toContain('Correction 12.');
    expect(page.match(/<del>/g)).toHaveLength(10);
  });

  it('shows both wordings of a note that was amended', async () => {
    const head = await corrected(await published('reef'), { body: 'It is closed.' });
    await render(await amended(head, 2, 'It reads better now.'));
    expect(read(changes)).toMatch(/It reads better now\.[\s\S]*Earlier wording[\s\S]*Correction 1\./);
    expect(read('index.html')).toMatch(/It reads better now\.[\s\S]*Reworded/);
  });
});

describe('a withdrawal', () => {
  const secret = /open again|closed/;

  it('that leaves the words puts its notice on every edition; a restoration takes it off', async () => {
    const second = await corrected(await published('reef'), { body: 'The reef is closed.' });
    const gone = await withdrawn(second, { keepText: true });
    await render(gone);
    for (const key of editions(1, 2)) expect(read(key)).toMatch(/readings were false[\s\S]*The reef is/);
    await render(await restored(gone));
    for (const key of editions(1, 2, 3)) expect(read(key)).not.toContain('readings were false');
  });

  it('that takes the words off leaves no object with one; a restoration brings all back', async () => {
    const second = await corrected(await published('reef', { title: 'Divers' }), { body: 'It is closed.' });
    await render(second);
    const before = keys();
    const gone = await withdrawn(second);
    await render(gone);
    expect(keys()).toEqual(files);
    for (const text of fake.bucket.objects.values()) expect(text).not.toMatch(secret);
    await render(await restored(gone));
    expect(keys()).toEqual([...before, ...editions(3)].sort());
    expect(read('editions/1/index.html')).toContain('open again');
  });
});

describe('an event notice', () => {
  const event = { start: '2026-05-09T10:00:00+01:00', place: 'Pier 4' };

  it('has a calendar file beside its page, which leads to it; a text without an event has none', async () => {
    const head = await published('reef', { event });
    await render(head);
    expect(read('event.ics')).toContain('DTSTART:20260509T090000Z');
    expect(read('index.html')).toContain('<a href="/en/2026/05/04/reef/event.ics">Calendar file</a>');
    await render(await corrected(head, { event: undefined }));
    expect(keys()).not.toContain('event.ics');
    expect(read('index.html')).not.toContain('event.ics');
  });

  it('is cancelled in its calendar by a withdrawal that leaves the words', async () => {
    const head = await published('reef', { event });
    await render(head);
    await render(await withdrawn(head, { keepText: true }));
    expect(read('event.ics')).toContain('STATUS:CANCELLED');
  });
});

describe('another address', () => {
  const moved = 'en/2026/05/05/reef/';

  it('has everything, and the former one nothing', async () => {
    const first = await published('reef');
    await render(first);
    await render(await corrected(first, { date: '2026-05-05' }));
    expect(keys()).toEqual([]);
    expect(keys(moved)).toEqual([changes, ...editions(1, 2), ...files]);
    expect(read('editions/1/index.html', moved)).toContain('href="/en/2026/05/05/reef/"');
  });

  it('that was the statement’s before is its own again', async () => {
    const first = await published('reef');
    const second = await corrected(first, { date: '2026-05-05' });
    await render(second);
    await render(await corrected(second, { date: '2026-05-04' }));
    expect(keys(moved)).toEqual([]);
    expect(keys()).toEqual([changes, ...editions(1, 2, 3), ...files]);
  });

  it('leaves a neighbour alone whose address begins alike', async () => {
    await render(await published('neighbour', { slug: 'reef-2' }));
    const first = await published('reef');
    await render(await corrected(first, { date: '2026-05-05' }));
    expect(keys('en/2026/05/04/reef-2/')).toEqual([...editions(1), ...files]);
  });
});
