import { CopyObjectCommand } from '@aws-sdk/client-s3';
import { expect, it } from 'vitest';
import { handler } from '../../../functions/render/handler.ts';
import { attachmentOf } from '../../../shared/attachment/attachment.ts';
import { statementTag } from '../../../shared/cache-tags.ts';
import { publicEvent } from '../../../shared/events.ts';
import { isPublic } from '../../../shared/statement/public.ts';
import type { AttachedFile, Head } from '../../../shared/statement/statement.ts';
import { createAttachment, readAttachment } from '../../../shared/table/attachments.ts';
import { tableOf } from '../../../shared/table.ts';
import { fakes } from '../fakes.ts';
import { corrected, messageOf, published, withdrawn } from '../publish.ts';

const fake = fakes();

const at = 'en/2026/05/04/reef/';
const render = async (head: Head) => {
  if (!isPublic(head)) throw new Error('The head is not public');
  expect(await handler({ Records: [messageOf(publicEvent(head))] })).toEqual({ batchItemFailures: [] });
};
const copies = () => fake.bucket.client.commandCalls(CopyObjectCommand).map(({ args }) => args[0].input);
const files = () =>
  [...fake.bucket.objects.keys()].filter((key) => key.startsWith('en/') && key.includes('/files/'));

/** An upload that was found to be what it says, and as a text has it. */
async function uploaded(id: string): Promise<AttachedFile> {
  const facts = { name: `${id}.pdf`, mediaType: 'application/pdf', size: 3 } as const;
  const by = { sub: 'sub-ada', name: 'Ada' };
  const file = `${id}.pdf`;
  await createAttachment(tableOf('table'), attachmentOf(facts, { id, file, at: '2026-05-04T10:00:00Z', by }));
  fake.bucket.objects.set(`uploads/${id}`, id);
  return { ...facts, id, file };
}

it('brings files to the site before the page that leads to them, with the headers that readers get', async () => {
  await render(await published('reef', { attachments: [await uploaded('a')] }));
  expect(copies()).toEqual([
    { Bucket: 'uploads', Key: 'kept/a', CopySource: 'uploads/uploads/a' },
    {
      Bucket: 'site',
      Key: `${at}files/a/a.pdf`,
      CopySource: 'uploads/kept/a',
      MetadataDirective: 'REPLACE',
      Metadata: { 'cache-tag': statementTag('/en/2026/05/04/reef/') },
      ContentType: 'application/pdf',
      ContentDisposition: 'attachment; filename="a.pdf"; filename*=UTF-8\'\'a.pdf',
      CacheControl: expect.stringContaining('max-age=300'),
    },
  ]);
  const keys = [...fake.bucket.objects.keys()];
  expect(keys.indexOf(`${at}files/a/a.pdf`)).toBeLessThan(keys.indexOf(`${at}index.html`));
  expect(fake.bucket.objects.get(`${at}index.html`)).toContain('href="/en/2026/05/04/reef/files/a/a.pdf"');
  expect(fake.bucket.objects.get(`${at}index.txt`)).toContain(
    'a.pdf (PDF, 3 byte): https://press.example/en/2026',
  );
  const kept = await readAttachment(tableOf('table'), 'a');
  expect([kept?.isKept, kept?.expiresAt]).toEqual([true, undefined]);
});

it('keeps an upload once, and outlives its going', async () => {
  const file = await uploaded('a');
  await render(await published('reef', { attachments: [file] }));
  fake.bucket.objects.delete('uploads/a');
  await render(await published('other', { attachments: [file] }));
  expect(copies().filter(({ Key }) => Key === 'kept/a')).toHaveLength(1);
  expect(files()).toEqual([`${at}files/a/a.pdf`, 'en/2026/05/04/other/files/a/a.pdf']);
});

it('copies with a correction just what is new, and leaves what an edition before it shows', async () => {
  const [a, b] = [await uploaded('a'), await uploaded('b')];
  const first = await published('reef', { attachments: [a] });
  await render(first);
  const before = copies().length;
  const second = await corrected(first, { attachments: [b] });
  await render(second);
  expect(
    copies()
      .slice(before)
      .map(({ Key }) => Key),
  ).toEqual(['kept/b', `${at}files/b/b.pdf`]);
  expect(files()).toEqual([`${at}files/a/a.pdf`, `${at}files/b/b.pdf`]);
  expect(fake.bucket.objects.get(`${at}editions/1/index.html`)).toContain('a.pdf');
  expect(fake.bucket.objects.get(`${at}index.html`)).not.toContain('a.pdf');
  expect(fake.bucket.objects.get(`${at}changes/index.html`)).toMatch(/<del>a\.pdf, PDF, 3 byte<\/del>/);
});

it('takes them off the site with the words, and leaves them where the words stay', async () => {
  const first = await published('reef', { attachments: [await uploaded('a')] });
  await render(first);
  const kept = await withdrawn(first, { keepText: true });
  await render(kept);
  expect(files()).toHaveLength(1);
  await render(await withdrawn(kept));
  expect(files()).toEqual([]);
});

it('moves them with the statement', async () => {
  const first = await published('reef', { attachments: [await uploaded('a')] });
  await render(first);
  await render(await corrected(first, { slug: 'moved' }));
  expect(files()).toEqual(['en/2026/05/04/moved/files/a/a.pdf']);
});
