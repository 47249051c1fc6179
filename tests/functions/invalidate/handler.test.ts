import { CloudFrontClient, CreateInvalidationCommand } from '@aws-sdk/client-cloudfront';
import { mockClient } from 'aws-sdk-client-mock';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { handler } from '../../../functions/invalidate/handler.ts';
import { statementTag } from '../../../shared/cache-tags.ts';
import { eventOf } from '../../../shared/events.ts';
import type { Head } from '../../../shared/statement/statement.ts';
import { fakeTable } from '../fake-table.ts';
import { corrected, messageOf, published, withdrawn } from '../publish.ts';

const edge = mockClient(CloudFrontClient);
let table: ReturnType<typeof fakeTable>;
beforeEach(() => {
  edge.reset();
  table = fakeTable();
});
afterEach(() => table.client.restore());

const onSite = (head: Head) => {
  const event = eventOf(head, { ...head, pending: undefined }, head.createdAt);
  if (!event) throw new Error('Nothing tells of it');
  return messageOf(event);
};
const asked = () => edge.commandCalls(CreateInvalidationCommand).map(({ args }) => args[0].input);
const items = () => asked().map(({ InvalidationBatch }) => InvalidationBatch?.Paths?.Items);

it('has the edges forget the statement and the lists of its language, by one call', async () => {
  const head = await published('reef');
  expect(await handler({ Records: [onSite(head)] })).toEqual({ batchItemFailures: [] });
  expect(items()).toEqual([[`#${statementTag('/en/2026/05/04/reef/')}`, '#lists-en']]);
  expect(asked()[0]).toMatchObject({
    DistributionId: 'edge',
    InvalidationBatch: { CallerReference: expect.stringMatching(/^reef-1-/) },
  });
});

it('takes in the addresses that it had before, and its translations', async () => {
  const head = await published('reef');
  await published('recif', { language: 'fr', translationOf: 'reef', slug: 'recif' });
  table.items.set('TRANSLATIONS#reef LANGUAGE#fr', {
    pk: 'TRANSLATIONS#reef',
    sk: 'LANGUAGE#fr',
    id: 'recif',
    at: head.createdAt,
  });
  const moved = await corrected(head, { slug: 'the-reef' });
  await handler({ Records: [onSite(moved)] });
  const paths = ['/en/2026/05/04/the-reef/', '/en/2026/05/04/reef/', '/fr/2026/05/04/recif/'];
  expect(items()).toEqual([[...paths.map((path) => `#${statementTag(path)}`), '#lists-en']]);
});

it('has them forget everything where a text had to go', async () => {
  const head = await withdrawn(await published('reef'));
  await handler({ Records: [onSite(head)] });
  expect(items()).toEqual([['/*']]);
});

it('asks by the same reference when it hears of the same twice, and by another of the next version', async () => {
  const head = await published('reef');
  await handler({ Records: [onSite(head)] });
  await handler({ Records: [onSite(head)] });
  await handler({ Records: [onSite(await corrected(head, {}))] });
  const references = asked().map(({ InvalidationBatch }) => InvalidationBatch?.CallerReference);
  expect(references[1]).toBe(references[0]);
  expect(references[2]).not.toBe(references[0]);
});

it('is told again what CloudFront did not take', async () => {
  edge.on(CreateInvalidationCommand).rejects(new Error('TooManyInvalidationsInProgress'));
  const { batchItemFailures } = await handler({ Records: [onSite(await published('reef'))] });
  expect(batchItemFailures).toHaveLength(1);
});
