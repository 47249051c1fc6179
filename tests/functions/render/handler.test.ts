import { PutObjectCommand } from '@aws-sdk/client-s3';
import { QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { expect, it } from 'vitest';
import { handler } from '../../../functions/render/handler.ts';
import { publicEvent } from '../../../shared/events.ts';
import { isPublic } from '../../../shared/statement/public.ts';
import type { Head } from '../../../shared/statement/statement.ts';
import { fakes } from '../fakes.ts';
import { messageOf, published, withdrawn } from '../publish.ts';

const fake = fakes();

const eventOf = (head: Head) => {
  if (!isPublic(head)) throw new Error('The head is not public');
  return publicEvent(head);
};
const written = () => fake.bucket.client.commandCalls(PutObjectCommand).map(({ args }) => args[0].input);
const textOf = (name: string) => fake.bucket.objects.get(`en/2026/05/04/reef/${name}`) ?? '';
const headItem = () => [...fake.table.items.values()].find((item) => item.sk === 'HEAD');

it('writes the page and the files beside it, and takes its channel off the head’s mark', async () => {
  const head = await published('reef');
  expect(await handler({ Records: [messageOf(eventOf(head))] })).toEqual({ batchItemFailures: [] });
  expect(written().map(({ Key }) => Key)).toEqual(
    ['index.html', 'index.json', 'ninjs.json', 'index.txt', 'editions/1/index.html'].map(
      (name) => `en/2026/05/04/reef/${name}`,
    ),
  );
  expect(written()[0]).toMatchObject({ Bucket: 'site', ContentType: 'text/html; charset=utf-8' });
  expect(headItem()?.awaiting).toEqual(new Set(['lists']));
});

it('changes nothing when the same event comes three times, and reads it once a batch', async () => {
  const event = eventOf(await published('reef'));
  await handler({ Records: [messageOf(event, 'm-1'), messageOf(event, 'm-2')] });
  const [page] = written();
  expect(written()).toHaveLength(5);
  await handler({ Records: [messageOf(event, 'm-3')] });
  expect(written()[5]?.Body).toBe(page?.Body);
});

it('does it over if the statement moved while it was being written', async () => {
  const head = await published('reef');
  let moved = false;
  fake.bucket.client.on(PutObjectCommand).callsFake(() => {
    const item = headItem();
    if (!moved && item) fake.table.items.set(`${item.pk} HEAD`, { ...item, version: 2 });
    moved = true;
    return {};
  });
  await handler({ Records: [messageOf(eventOf(head))] });
  expect(written()).toHaveLength(10);
  expect(fake.table.client.commandCalls(UpdateCommand)).toHaveLength(1);
});

it('gives back the message that fails, and holds up no other', async () => {
  const [good, bad] = [await published('good'), await published('bad')];
  fake.bucket.client.on(PutObjectCommand).callsFake(({ Key }) => {
    if (Key.includes('/bad/')) throw new Error('no');
    return {};
  });
  const Records = [
    messageOf('no JSON', 'poison'),
    messageOf(eventOf(bad), 'bad'),
    messageOf(eventOf(good), 'good'),
  ];
  const { batchItemFailures } = await handler({ Records });
  expect(batchItemFailures.map(({ itemIdentifier }) => itemIdentifier).sort()).toEqual(['bad', 'poison']);
});

it('puts the notice above a withdrawn text that may be read, and what to read instead', async () => {
  await published('newer');
  const head = await withdrawn(await published('reef'), { keepText: true, replacedBy: 'newer' });
  await handler({ Records: [messageOf(eventOf(head))] });
  const page = textOf('index.html');
  expect(page).toMatch(/The readings were false\.[\s\S]*href="\/en\/2026\/05\/04\/newer\/"[\s\S]*open again/);
  expect(page).toContain('<meta name="robots" content="noindex">');
  expect(JSON.parse(textOf('index.json'))).toMatchObject({
    body: 'The reef is open again.',
    withdrawn: { keepText: true, replacedBy: { url: 'https://press.example/en/2026/05/04/newer/' } },
  });
  expect(textOf('index.txt')).toMatch(/Withdrawn \(2026-05-07\): The readings were false\.[\s\S]*open again/);
});

it('leaves no word of a text that was taken off, but the notice and a digest, even from a late index', async () => {
  const reef = await published('reef', { summary: 'Divers are back.', speakers: ['Ines Calder'] });
  await published('other', { title: 'Another' });
  const late = [...fake.table.items.values()].filter((item) => item.liveIn);
  const head = await withdrawn(reef);
  fake.table.client.on(QueryCommand, { IndexName: 'live-by-date' }).resolves({ Items: late });
  await handler({ Records: [messageOf(eventOf(head))] });
  for (const { Body } of written()) expect(String(Body)).not.toMatch(/the reef|Divers|Calder/i);
  expect(textOf('index.html')).toContain('other');
  expect(JSON.parse(textOf('index.json'))).toMatchObject({
    reference: 'PR/2026/1',
    withdrawn: { reason: 'The readings were false.' },
    digest: expect.stringMatching(/^[0-9a-f]{64}$/),
  });
});
