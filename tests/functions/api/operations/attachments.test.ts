import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { beginChecking, decide } from '../../../../shared/table/attachments.ts';
import { tableOf } from '../../../../shared/table.ts';
import { fakeTable } from '../../fake-table.ts';
import { call } from '../call.ts';
import { change, created, text } from './statement.ts';

let table: ReturnType<typeof fakeTable>;
beforeEach(() => {
  table = fakeTable();
});
afterEach(() => table.client.restore());

const pdf = { name: 'Survey.pdf', mediaType: 'application/pdf', size: 20 };
const png = { name: 'Reef.png', mediaType: 'image/png', size: 20 };
const announce = async (body: object, headers = {}) =>
  call('POST', '/attachments', { as: 'author', body, headers });
const announced = async (body: object) => String((await announce(body)).body.id);
const ready = async (body: object) => {
  const id = await announced(body);
  await beginChecking(tableOf('table'), id);
  await decide(tableOf('table'), id, { state: 'ready', sha256: 'abc' });
  return id;
};
const post = (attachments: object[], more = {}) =>
  call('POST', '/statements', { body: { ...text, ...more, attachments } });

describe('an announcement', () => {
  it('answers where to send the bytes, signed for just those', async () => {
    const { status, headers, body } = await announce(pdf);
    expect([status, headers.Location]).toEqual([201, `/api/v1/attachments/${body.id}`]);
    expect(body).toMatchObject({
      ...pdf,
      state: 'awaiting-upload',
      sha256: null,
      upload: { method: 'PUT', headers: { 'Content-Type': 'application/pdf', 'If-None-Match': '*' } },
    });
    const { url, expiresAt } = body.upload as { url: string; expiresAt: string };
    expect(url).toContain(`https://uploads.s3.us-east-1.amazonaws.com/uploads/${body.id}?`);
    const said = new URL(url).searchParams;
    expect(said.get('X-Amz-SignedHeaders')).toBe('content-length;content-type;host;if-none-match');
    expect([said.get('X-Amz-Expires'), said.get('X-Amz-Credential')]).toEqual([
      '900',
      expect.stringMatching(/^test\/\d{8}\/us-east-1\/s3\/aws4_request$/),
    ]);
    expect(Date.parse(expiresAt) - Date.now()).toBeGreaterThan(14 * 60_000);
  });

  it.each([
    [{ ...pdf, size: 104_857_601 }, 413, '/size'],
    [{ ...pdf, size: 1.5 }, 400, '/size'],
    [{ ...pdf, size: -1 }, 422, '/size'],
    [{ ...pdf, mediaType: 'image/svg+xml' }, 422, '/mediaType'],
    [{ ...pdf, mediaType: 'constructor' }, 422, '/mediaType'],
    [{ ...pdf, name: ' ' }, 422, '/name'],
    [{ ...pdf, name: 'x'.repeat(201) }, 422, '/name'],
    [{ ...pdf, path: '/etc/passwd' }, 400, '/path'],
  ])('of %j is refused', async (body, status, pointer) => {
    expect(await announce(body)).toMatchObject({ status, body: { errors: [{ pointer }] } });
    expect(table.items.size).toBe(0);
  });

  it('that comes again under its key is the same one', async () => {
    const headers = { 'idempotency-key': 'k' };
    const first = await announce(pdf, headers);
    for (const [key, item] of table.items) if ('answer' in item) table.items.delete(key);
    // A try that died before its answer was kept has made it already.
    const again = await announce(pdf, headers);
    expect(again.body.id).toBe(first.body.id);
  });
});

describe('an attachment', () => {
  it('says what became of it, and is 404 if it never was', async () => {
    const id = await ready(pdf);
    const { status, body } = await call('GET', `/attachments/${id}`);
    expect([status, body]).toEqual([200, { id, ...pdf, state: 'ready', sha256: 'abc' }]);
    expect((await call('GET', '/attachments/nobody')).status).toBe(404);
  });
});

describe('a statement', () => {
  it('knows of its files what their uploads say, and takes that back as it was read', async () => {
    const id = await announced(pdf);
    const { body } = await post([{ id, title: 'The survey', name: 'a lie.exe' }]);
    const work = body.work as { attachments: object[] };
    expect(work.attachments).toEqual([{ ...pdf, id, file: 'survey.pdf', title: 'The survey' }]);
    const patched = await change(body.id, 'PATCH', { attachments: work.attachments });
    expect(patched).toMatchObject({ status: 200, body: { work: { attachments: work.attachments } } });
    expect((await change(body.id, 'PATCH', { title: 'Another' })).body).toMatchObject({
      work: { attachments: work.attachments },
    });
  });

  it('refuses by pointer what is unknown, stands twice, or is an image without words', async () => {
    const [one, image] = [await announced(pdf), await announced(png)];
    const refused = await post([{ id: 'nobody' }, { id: one }, { id: one }, { id: image }]);
    expect(refused.status).toBe(422);
    expect(refused.body.errors).toEqual([
      { pointer: '/attachments/0/id', detail: 'is not the id of an attachment' },
      { pointer: '/attachments/2/id', detail: `stands twice: ${one}` },
      { pointer: '/attachments/3/alt', detail: 'is needed for an image: it says what the image shows' },
    ]);
    expect((await post(Array(51).fill({ id: one }))).body.errors).toMatchObject([
      { pointer: '/attachments', detail: 'is over its limit of 50 entries' },
    ]);
    expect((await post([{ id: image, alt: '' }])).status).toBe(422);
  });

  it('is public only once all its files are ready; each that isn’t is named', async () => {
    const [good, late] = [await ready(pdf), await announced(png)];
    const refused = await post([{ id: good }, { id: late, alt: 'The reef' }], { publish: true });
    expect(refused).toMatchObject({
      status: 409,
      body: {
        type: expect.stringContaining('#attachment-not-ready'),
        errors: [{ pointer: '/attachments/1', detail: `Reef.png (${late}) awaits its upload` }],
      },
    });
    expect((await post([{ id: good }], { publish: true })).status).toBe(201);
  });

  it('is not public with a file that may be gone before it has reached the site', async () => {
    const id = await ready(pdf);
    const draft = await created({ attachments: [{ id }] });
    const item = [...table.items.values()].find((one) => one.sk === 'ATTACHMENT');
    const soon = Math.floor(Date.now() / 1000) + 3600;
    table.items.set(`ATTACHMENT#${id} ATTACHMENT`, { ...item, expiresAt: soon });
    expect((await change(draft.id, 'publish', {})).body.detail).toContain('upload it again');
    table.items.delete(`ATTACHMENT#${id} ATTACHMENT`);
    expect((await change(draft.id, 'publish', {})).status).toBe(409);
  });

  it('is previewed with its files', async () => {
    const id = await announced(png);
    const { body } = await call('POST', '/preview', {
      body: { ...text, attachments: [{ id, alt: 'The reef' }] },
    });
    expect(body.text).toContain(`files/${id}/reef.png" alt="The reef"`);
  });
});
