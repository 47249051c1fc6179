import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { examine } from '../../../functions/attachments/examine.ts';
import { zip } from './zip.ts';

const of = (bytes: Buffer) => examine(Readable.from([bytes]));
const office = (kind: string, part: string) =>
  zip({
    '_rels/.rels': '<Relationships/>',
    [part]: 'x'.repeat(2_000_000),
    '[Content_Types].xml': `<Types><Override PartName="/${part}" ContentType="application/vnd.openxmlformats-officedocument.${kind}.main+xml"/></Types>`,
  });
const bytes = (...parts: (string | number[])[]) =>
  Buffer.concat(
    parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))),
  );

describe('the signature of', () => {
  it.each<[string, Buffer]>([
    ['application/pdf', bytes('%PDF-1.7\n')],
    ['image/png', bytes([0x89], 'PNG\r\n\x1a\n', [0, 0, 0, 13], 'IHDR', Array(30).fill(0))],
    ['image/jpeg', bytes([0xff, 0xd8, 0xff, 0xe0], Array(20).fill(0))],
    ['image/gif', bytes('GIF89a', Array(20).fill(0))],
    ['image/webp', bytes('RIFF', [20, 0, 0, 0], 'WEBPVP8 ', Array(20).fill(0))],
    ['audio/mpeg', bytes('ID3', [4, 0, 0, 0, 0, 0, 0], [0xff, 0xfb, 0x90, 0x64], Array(1500).fill(0))],
    ['video/mp4', bytes([0, 0, 0, 24], 'ftypmp42', [0, 0, 0, 0], 'mp42isom', Array(20).fill(0))],
    [
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      office('wordprocessingml.document', 'word/document.xml'),
    ],
    [
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      office('spreadsheetml.sheet', 'xl/workbook.xml'),
    ],
    [
      'application/vnd.oasis.opendocument.text',
      zip({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<x/>' }),
    ],
  ])('%s is known by its bytes', async (mediaType, file) => {
    expect(await of(file)).toMatchObject({
      signature: mediaType,
      isPlainText: mediaType === 'application/pdf',
    });
  });

  it('a program, an archive or a page is none that may be attached', async () => {
    const signatures = await Promise.all(
      [
        bytes('MZ', Array(100).fill(0)),
        zip({ 'a.txt': 'a' }),
        bytes('<svg xmlns="http://www.w3.org/2000/svg"/>'),
      ].map(of),
    );
    expect(signatures.map(({ signature }) => signature)).toEqual([
      'application/x-msdownload',
      'application/zip',
      undefined,
    ]);
  });
});

describe('text', () => {
  it('is UTF-8, also where a letter is cut by a piece of the stream', async () => {
    const text = Buffer.from(`${'a'.repeat(65_535)}é\tМорé\r\n`);
    expect(await examine(Readable.from([text.subarray(0, 65_536), text.subarray(65_536)]))).toMatchObject({
      isPlainText: true,
      size: text.length,
    });
  });

  it.each([
    ['Latin-1', bytes('caf', [0xe9], ' au lait')],
    ['a letter cut off at its end', bytes('caf', [0xc3])],
    ['a NUL', bytes('a', [0], 'b')],
    ['UTF-16', Buffer.from('\ufeffabc', 'utf16le')],
  ])('is not %s', async (_, file) => {
    expect((await of(file)).isPlainText).toBe(false);
  });
});

it('is digested whole, and leaves nothing on the function’s disk', async () => {
  const before = readdirSync(tmpdir()).filter((name) => name.startsWith('upload-'));
  const chunks = [Buffer.alloc(70_000, 'a'), Buffer.alloc(70_000, 'b')];
  const sha256 = createHash('sha256').update(Buffer.concat(chunks)).digest('hex');
  expect(await examine(Readable.from(chunks))).toMatchObject({ size: 140_000, sha256 });
  const broken = Readable.from(
    (async function* () {
      yield Buffer.from('a');
      throw new Error('The connection broke');
    })(),
  );
  await expect(examine(broken)).rejects.toThrow('The connection broke');
  expect(readdirSync(tmpdir()).filter((name) => name.startsWith('upload-'))).toEqual(before);
});
