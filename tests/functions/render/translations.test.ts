import { PutObjectCommand } from '@aws-sdk/client-s3';
import { expect, it } from 'vitest';
import { handler } from '../../../functions/render/handler.ts';
import { publicEvent } from '../../../shared/events.ts';
import type { Head } from '../../../shared/statement/statement.ts';
import { takeTranslation } from '../../../shared/table/translations.ts';
import { tableOf } from '../../../shared/table.ts';
import { withLive } from '../../shared/statement/sample.ts';
import { fakes } from '../fakes.ts';
import { corrected, messageOf, published, withdrawn } from '../publish.ts';

const fake = fakes();

const render = (head: Head) => handler({ Records: [messageOf(publicEvent(withLive(head)))] });
const page = (path: string) => fake.bucket.objects.get(`${path}index.html`) ?? '';
const [enPath, frPath] = ['en/2026/05/04/reef/', 'fr/2026/05/04/recif/'];
const origin = 'https://press.example';

/** An original in English and its translation into French, both on the site. */
async function both() {
  const reef = await published('reef');
  await render(reef);
  await takeTranslation(tableOf('table'), {
    original: 'reef',
    language: 'fr',
    id: 'recif',
    at: reef.createdAt,
  });
  const recif = await published('recif', { language: 'fr', translationOf: 'reef' });
  await render(recif);
  return { reef, recif };
}

it('lets a translation and its original lead to each other', async () => {
  await both();
  for (const path of [enPath, frPath]) {
    expect(page(path)).toContain(`hreflang="en" href="${origin}/${enPath}"`);
    expect(page(path)).toContain(`hreflang="fr" href="${origin}/${frPath}"`);
    expect(page(path)).toContain(`hreflang="x-default" href="${origin}/${enPath}"`);
  }
  const file = JSON.parse(fake.bucket.objects.get(`${enPath}index.json`) ?? '');
  expect(file.translations).toMatchObject([
    { id: 'recif', language: 'fr', url: `${origin}/${frPath}`, withdrawn: false },
  ]);
});

it('tells the other pages of a move and of a withdrawal, and writes four files of each', async () => {
  const { reef, recif } = await both();
  const moved = await corrected(recif, { slug: 'le-recif' });
  fake.bucket.client.resetHistory();
  await render(moved);
  expect(page(enPath)).toContain('/fr/2026/05/04/le-recif/');
  const written = fake.bucket.client
    .commandCalls(PutObjectCommand)
    .map(({ args }) => String(args[0].input.Key));
  expect(written.filter((key) => key.startsWith(enPath))).toHaveLength(4);
  await render(await withdrawn(reef, { keepText: true }));
  const translation = page('fr/2026/05/04/le-recif/');
  expect(translation).toContain('L’original a été retiré.');
  expect(translation).not.toContain('rel="alternate" hreflang="en"');
});

it('writes a page again whose translation moved while it was written', async () => {
  const { reef } = await both();
  const recif = [...fake.table.items.values()].find(({ id, sk }) => id === 'recif' && sk === 'HEAD');
  let isMoved = false;
  const put = fake.bucket.client.on(PutObjectCommand);
  put.callsFake(({ Key, Body }) => {
    fake.bucket.objects.set(Key, String(Body));
    if (!isMoved && recif)
      fake.table.items.set(`${recif.pk} HEAD`, {
        ...recif,
        live: { ...(recif.live as object), path: '/fr/2026/05/04/moved/', record: 'PUBLIC#2' },
      });
    isMoved = true;
    return {};
  });
  await render(reef);
  expect(page(enPath)).toContain('/fr/2026/05/04/moved/');
});
