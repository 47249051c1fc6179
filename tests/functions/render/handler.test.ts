import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { handler } from '../../../functions/render/handler.ts';
import { publicEvent } from '../../../shared/events.ts';
import { isLive } from '../../../shared/statement/public.ts';
import type { Head } from '../../../shared/statement/statement.ts';
import { fakeTable } from '../fake-table.ts';
import { messageOf, published } from '../publish.ts';

const s3 = mockClient(S3Client);
let table: ReturnType<typeof fakeTable>;
beforeEach(() => {
  s3.reset();
  table = fakeTable();
});
afterEach(() => table.client.restore());

const eventOf = (head: Head) => {
  if (!isLive(head)) throw new Error('The head is not live');
  return publicEvent(head);
};
const written = () => s3.commandCalls(PutObjectCommand).map(({ args }) => args[0].input);
const headItem = () => [...table.items.values()].find((item) => item.sk === 'HEAD');

it('writes the page and the files beside it, and takes its channel off the head’s mark', async () => {
  const head = await published('reef');
  expect(await handler({ Records: [messageOf(eventOf(head))] })).toEqual({ batchItemFailures: [] });
  expect(written().map(({ Key }) => Key)).toEqual(
    ['index.html', 'index.json', 'index.txt'].map((name) => `en/2026/05/04/reef/${name}`),
  );
  expect(written()[0]).toMatchObject({ Bucket: 'site', ContentType: 'text/html; charset=utf-8' });
  expect(headItem()?.awaiting).toEqual(new Set(['lists']));
});

it('changes nothing when the same event comes three times, and reads it once a batch', async () => {
  const event = eventOf(await published('reef'));
  await handler({ Records: [messageOf(event, 'm-1'), messageOf(event, 'm-2')] });
  const [page] = written();
  expect(written()).toHaveLength(3);
  await handler({ Records: [messageOf(event, 'm-3')] });
  expect(written()[3]?.Body).toBe(page?.Body);
});

it('does it over if the statement moved while it was being written', async () => {
  const head = await published('reef');
  let moved = false;
  s3.on(PutObjectCommand).callsFake(() => {
    const item = headItem();
    if (!moved && item) table.items.set(`${item.pk} HEAD`, { ...item, version: 2 });
    moved = true;
    return {};
  });
  await handler({ Records: [messageOf(eventOf(head))] });
  expect(written()).toHaveLength(6);
  expect(table.client.commandCalls(UpdateCommand)).toHaveLength(2);
});

it('gives back the message that fails, and holds up no other', async () => {
  const [good, bad] = [await published('good'), await published('bad')];
  s3.on(PutObjectCommand).callsFake(({ Key }) => {
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
