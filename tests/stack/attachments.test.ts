import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { forget, type Stack, startStack } from './stack.ts';
import { until, untilReadable } from './until.ts';
import { type Announced, pdf, png, uploadsTo } from './uploads.ts';

const Statement = z.object({ id: z.string(), version: z.int(), path: z.string(), url: z.string() });
type Statement = z.output<typeof Statement>;

const text = {
  type: 'statement',
  language: 'en',
  title: 'The survey',
  body: 'Here it is.',
  date: '2026-05-04',
};

let stack: Stack;
let uploads: ReturnType<typeof uploadsTo>;
beforeAll(async () => {
  stack = await startStack();
  uploads = uploadsTo(stack);
});
afterAll(async () => {
  await stack.stop();
  await forget(stack);
});

const post = (body: object) => stack.api('POST', '/statements', { body: { ...text, ...body } });
const publish = async (body: object): Promise<Statement> =>
  Statement.parse(await (await post({ ...body, publish: true })).json());
const act = async ({ id, version }: Statement, action: string, body: object): Promise<Statement> => {
  const headers = { 'If-Match': `"${version}"` };
  return Statement.parse(
    await (await stack.api('POST', `/statements/${id}/${action}`, { body, headers })).json(),
  );
};
const correct = async (before: Statement, changes: object): Promise<Statement> => {
  const headers = { 'If-Match': `"${before.version}"` };
  const edited = await stack.api('PATCH', `/statements/${before.id}`, { body: changes, headers });
  return act(Statement.parse(await edited.json()), 'publish', { note: 'A slip.', significance: 'minor' });
};
const untilStatus = (url: string, status: number) =>
  until(`${url} to answer ${status}`, async () => {
    const response = await fetch(url, { redirect: 'manual' });
    return response.status === status && response;
  });

describe('an upload', () => {
  it('is checked as it arrives, and is ready with the digest of its bytes', async () => {
    const announced = await uploads.announce('Survey.pdf', 'application/pdf', pdf);
    expect(await uploads.read(announced.id)).toMatchObject({ state: 'awaiting-upload', sha256: null });
    expect((await uploads.send(announced, pdf)).status).toBe(200);
    const sha256 = createHash('sha256').update(pdf).digest('hex');
    expect(await uploads.decided(announced.id)).toMatchObject({ state: 'ready', sha256 });
  });

  it.each([
    ['another size', (one: Announced) => uploads.send(one, Buffer.concat([pdf, pdf]))],
    ['another type', (one: Announced) => uploads.send(one, pdf, { 'Content-Type': 'text/html' })],
    ['no condition', (one: Announced) => uploads.send(one, pdf, { 'If-None-Match': '"x"' })],
    [
      'another address',
      (one: Announced) =>
        uploads.send(
          { ...one, upload: { ...one.upload, url: one.upload.url.replace(one.id, 'f'.repeat(20)) } },
          pdf,
        ),
    ],
  ])('with %s is refused by S3', async (_, sent) => {
    const announced = await uploads.announce('Survey.pdf', 'application/pdf', pdf);
    const response = await sent(announced);
    expect([response.status, await response.text()]).toEqual([
      403,
      expect.stringContaining('SignatureDoesNotMatch'),
    ]);
    expect(await uploads.read(announced.id)).toMatchObject({ state: 'awaiting-upload' });
  });

  it('can’t be replaced once it is there', async () => {
    const announced = await uploads.announce('Survey.pdf', 'application/pdf', pdf);
    await uploads.send(announced, pdf);
    expect((await uploads.send(announced, pdf)).status).toBe(412);
  });

  it('that is no PDF is refused with its reason, and can’t be published', async () => {
    const bytes = Buffer.from('<script>alert(1)</script>');
    const announced = await uploads.announce('Survey.pdf', 'application/pdf', bytes);
    await uploads.send(announced, bytes);
    expect(await uploads.decided(announced.id)).toMatchObject({
      state: 'refused',
      reason: 'It is not application/pdf: its bytes are of no kind that is known.',
    });
    const refused = await post({ attachments: [{ id: announced.id }], publish: true });
    expect(refused.status).toBe(409);
    expect(await refused.json()).toMatchObject({
      type: expect.stringContaining('#attachment-not-ready'),
      detail: expect.stringContaining(`Survey.pdf (${announced.id}) was refused`),
      errors: [{ pointer: '/attachments/0' }],
    });
  });

  it('of 20 MB goes through whole', async () => {
    const bytes = Buffer.alloc(20_000_000, 'All is calm. ');
    const id = await uploads.uploaded('calm.txt', 'text/plain', bytes);
    const { url } = await publish({ slug: 'large', attachments: [{ id }] });
    const file = await untilStatus(`${url}files/${id}/calm.txt`, 200);
    expect(Buffer.from(await file.arrayBuffer()).equals(bytes)).toBe(true);
  });
});

describe('an announcement', () => {
  const refused: [string, object, number, string][] = [
    ['over the limit', { name: 'a.pdf', mediaType: 'application/pdf', size: 104_857_601 }, 413, '/size'],
    ['of nothing', { name: 'a.pdf', mediaType: 'application/pdf', size: 0 }, 422, '/size'],
    ['of SVG', { name: 'a.svg', mediaType: 'image/svg+xml', size: 10 }, 422, '/mediaType'],
    ['without a name', { mediaType: 'image/png', size: 10 }, 400, '/name'],
  ];
  it.each(refused)('%s is refused', async (_, body, status, pointer) => {
    const response = await stack.api('POST', '/attachments', { body });
    expect([response.status, await response.json()]).toMatchObject([status, { errors: [{ pointer }] }]);
  });

  it('that is sent twice is one', async () => {
    const body = { name: 'a.pdf', mediaType: 'application/pdf', size: 10 };
    const headers = { 'Idempotency-Key': 'announced' };
    const [first, second] = [
      await stack.api('POST', '/attachments', { body, headers }),
      await stack.api('POST', '/attachments', { body, headers }),
    ];
    expect(await second.json()).toEqual(await first.json());
  });
});

describe('a statement with files', () => {
  it('has them in public with it, and at no address before', async () => {
    const chart = await uploads.uploaded('Reef chart ‘A’.png', 'image/png', png);
    const report = await uploads.uploaded('Résumé 2026.pdf', 'application/pdf', pdf);
    const attachments = [
      { id: chart, alt: 'A chart of the reef' },
      { id: report, title: 'The whole report' },
    ];
    const draft = Statement.parse(
      await (await post({ slug: 'reef', body: `See [it](attachment:${report}).`, attachments })).json(),
    );
    const guesses = [
      `${draft.url}files/${report}/resume-2026.pdf`,
      `${stack.site}/uploads/${report}`,
      `${stack.site}/kept/${report}`,
      `${stack.site}/_local/s3/uploads/${report}`,
    ];
    for (const guess of guesses) expect((await fetch(guess)).ok).toBe(false);

    const { url, path } = await act(draft, 'publish', {});
    const page = await untilReadable(url, 'The whole report');
    expect(page).toContain(`<img src="${path}files/${chart}/reef-chart-a.png" alt="A chart of the reef"`);
    expect(page).toContain('PDF, 57 byte');
    expect(page).toContain(`<a href="${path}files/${report}/resume-2026.pdf">it</a>`);
    const file = await fetch(`${url}files/${report}/resume-2026.pdf`);
    expect(Buffer.from(await file.arrayBuffer())).toEqual(pdf);
    expect(Object.fromEntries(file.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition':
        'attachment; filename="resume-2026.pdf"; filename*=UTF-8\'\'R%C3%A9sum%C3%A9%202026.pdf',
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringContaining("default-src 'none'"),
      'cache-control': expect.stringContaining('max-age=300'),
    });
    const image = await fetch(`${url}files/${chart}/reef-chart-a.png`);
    expect(image.headers.get('content-disposition')).toMatch(/^inline; /);
    expect(JSON.parse(await untilReadable(`${url}index.json`))).toMatchObject({
      attachments: [
        { id: chart, url: `${url}files/${chart}/reef-chart-a.png`, mediaType: 'image/png' },
        { id: report, title: 'The whole report', size: pdf.length },
      ],
    });
  });

  it('names what isn’t ready, and takes an image with its words alone', async () => {
    const announced = await uploads.announce('late.png', 'image/png', png);
    const wordless = await post({ attachments: [{ id: announced.id }] });
    expect([wordless.status, await wordless.json()]).toMatchObject([
      422,
      { errors: [{ pointer: '/attachments/0/alt' }] },
    ]);
    const unknown = await post({ attachments: [{ id: 'nobody' }] });
    expect([unknown.status, await unknown.json()]).toMatchObject([
      422,
      { errors: [{ pointer: '/attachments/0/id' }] },
    ]);
    const attachments = [{ id: announced.id, alt: 'Late' }];
    const draft = Statement.parse(await (await post({ slug: 'late', attachments })).json());
    const headers = { 'If-Match': '"1"' };
    const early = await stack.api('POST', `/statements/${draft.id}/publish`, { body: {}, headers });
    expect([early.status, await early.json()]).toMatchObject([
      409,
      { errors: [{ detail: `late.png (${announced.id}) awaits its upload` }] },
    ]);
    await uploads.send(announced, png);
    await uploads.decided(announced.id);
    const { url } = await act(draft, 'publish', {});
    await untilReadable(url, 'alt="Late"');
  });

  it('keeps in an old edition what a correction drops, moves with it, and goes when the words go', async () => {
    const [first, second] = [
      await uploads.uploaded('first.pdf', 'application/pdf', pdf),
      await uploads.uploaded('second.csv', 'text/csv', Buffer.from('depth,count\n10,zibeline\n')),
    ];
    const published = await publish({ slug: 'corrected', attachments: [{ id: first }, { id: second }] });
    await untilReadable(published.url, 'second.csv');
    const corrected = await correct(published, { attachments: [{ id: second }] });
    expect(await untilReadable(`${published.url}changes/`, 'A slip.')).toContain('first.pdf');
    expect(await untilReadable(published.url, 'A slip.')).not.toContain('first.pdf');
    expect(await untilReadable(`${published.url}editions/1/`)).toContain('first.pdf');
    await untilStatus(`${published.url}files/${first}/first.pdf`, 200);

    const moved = await correct(corrected, { slug: 'corrected-and-moved' });
    await untilReadable(moved.url);
    const old = await untilStatus(`${published.url}files/${first}/first.pdf`, 301);
    expect(old.headers.get('location')).toBe(`${moved.path}files/${first}/first.pdf`);
    expect(await untilReadable(`${moved.url}files/${second}/second.csv`)).toContain('zibeline');

    const gone = await act(moved, 'withdraw', { reason: 'It was a coypu.', keepText: false });
    await untilStatus(`${moved.url}files/${first}/first.pdf`, 302);
    const onSite = () =>
      globSync(join(stack.dataDir, 's3/**/en/**/*.data')).filter((file) =>
        readFileSync(file).includes('zibeline'),
      );
    await until('the files to be gone', async () => onSite().length === 0);
    await act(gone, 'restore', {});
    await untilStatus(`${moved.url}files/${first}/first.pdf`, 200);
  });
});

it('is sent to this machine’s own pages alone', async () => {
  const { upload } = await uploads.announce('Survey.pdf', 'application/pdf', pdf);
  const { hostname, port, pathname, search } = new URL(upload.url);
  const headers = { ...upload.headers, host: 'press.example', 'content-length': String(pdf.length) };
  const status = await new Promise((resolve, reject) => {
    const asked = request({ hostname, port, path: pathname + search, method: 'PUT', headers, agent: false });
    asked.on('response', ({ statusCode }) => resolve(statusCode)).on('error', reject);
    asked.end(pdf);
  });
  expect(status).toBe(403);
});
