import type { SQSEvent } from 'aws-lambda';
import { expect, it } from 'vitest';
import { handler } from '../../../functions/attachments/handler.ts';
import { attachmentOf } from '../../../shared/attachment/attachment.ts';
import { createAttachment, readAttachment } from '../../../shared/table/attachments.ts';
import { tableOf } from '../../../shared/table.ts';
import { fakes } from '../fakes.ts';

const table = tableOf('table');
const fake = fakes();

const announced = async (id: string, size: number) => {
  const by = { sub: 'sub-ada', name: 'Ada' };
  const facts = { name: 'depths.csv', mediaType: 'text/csv', size } as const;
  await createAttachment(
    table,
    attachmentOf(facts, { id, file: 'depths.csv', at: '2026-05-04T10:00:00Z', by }),
  );
};
const record = (body: unknown, messageId = 'm-1') =>
  ({
    messageId,
    body: JSON.stringify(body),
    attributes: { ApproximateReceiveCount: '1' },
  }) as SQSEvent['Records'][0];
const arrival = (id: string) =>
  record({ 'detail-type': 'Object Created', detail: { object: { key: `uploads/${id}` } } }, id);
const stateOf = async (id: string) => (await readAttachment(table, id))?.state;

it('decides upon what has arrived, once, however often it is told', async () => {
  await announced('a', 4);
  fake.bucket.objects.set('uploads/a', '1,2\n');
  await handler({ Records: [arrival('a'), arrival('a')] });
  expect(await readAttachment(table, 'a')).toMatchObject({ state: 'ready', sha256: expect.any(String) });
  fake.bucket.objects.set('uploads/a', 'another');
  expect(await handler({ Records: [arrival('a')] })).toEqual({ batchItemFailures: [] });
  expect(await stateOf('a')).toBe('ready');
});

it('refuses what is not what was announced', async () => {
  await announced('a', 4);
  fake.bucket.objects.set('uploads/a', '1,\u00002\n');
  await handler({ Records: [arrival('a')] });
  expect(await readAttachment(table, 'a')).toMatchObject({ state: 'refused', reason: expect.any(String) });
});

it('passes over what nobody announced', async () => {
  expect(await handler({ Records: [arrival('nobody')] })).toEqual({ batchItemFailures: [] });
});

it('gives back what can’t be read, and holds up no other', async () => {
  await announced('a', 4);
  await announced('b', 4);
  fake.bucket.objects.set('uploads/a', '1,2\n');
  fake.bucket.objects.set('uploads/b', '1,2\n');
  const { GetObjectCommand } = await import('@aws-sdk/client-s3');
  fake.bucket.client.on(GetObjectCommand, { Key: 'uploads/b' }).rejects(new Error('no'));
  const { batchItemFailures } = await handler({
    Records: [record({}, 'poison'), arrival('b'), arrival('a')],
  });
  expect(batchItemFailures.map(({ itemIdentifier }) => itemIdentifier).sort()).toEqual(['b', 'poison']);
  expect([await stateOf('a'), await stateOf('b')]).toEqual(['ready', 'checking']);
});
