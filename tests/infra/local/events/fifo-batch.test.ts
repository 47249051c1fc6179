import { expect, it, onTestFinished } from 'vitest';
import * as z from 'zod';
import { QueueMapping, QueuePoller } from '../../../../infra/local/events/queue-poller.ts';
import { allowingAllBut } from '../allowing.ts';
import { planned } from '../faults-in-test.ts';
import { fifo, queue, queueArn } from '../stores/queues.ts';
import { storesWith } from '../stores/stores-in-test.ts';
import { targetOf } from './target-in-test.ts';

const Event = z.object({ Records: z.array(z.object({ messageId: z.string(), body: z.string() })) });

/** Two groups of a FIFO queue, and the batches in which a poller hands them to this handler. */
async function polled(failing: (body: string) => boolean) {
  const work = queue('work.fifo', { ...fifo, VisibilityTimeout: 1 });
  const stores = await storesWith([work]);
  for (let n = 0; n < 15; n++) stores.send(work.arn, `en ${n}`, 'en');
  stores.send(work.arn, 'fr', 'fr');
  const batches: string[][] = [];
  const target = targetOf((event) => {
    const { Records } = Event.parse(event);
    batches.push(Records.map(({ body }) => body));
    const failed = Records.filter(({ body }) => failing(body));
    return { batchItemFailures: failed.map(({ messageId }) => ({ itemIdentifier: messageId })) };
  });
  const poller = new QueuePoller({
    stores,
    target,
    mapping: QueueMapping.parse({
      BatchSize: 10,
      EventSourceArn: work.arn,
      FunctionName: 'worker',
      FunctionResponseTypes: ['ReportBatchItemFailures'],
    }),
    queueUrl: work.physicalId,
    permissions: allowingAllBut(),
    faults: planned(),
  });
  onTestFinished(() => poller.stop());
  const depth = () => stores.depth(queueArn('work.fifo'));
  await expect.poll(depth, { timeout: 15_000 }).toMatchObject({ waiting: 0, inFlight: 0 });
  return batches;
}

it('hands a group’s messages over in batches, in order, each once', async () => {
  const batches = await polled(() => false);
  expect(batches[0]).toHaveLength(10);
  expect(batches.length).toBeLessThanOrEqual(3);
  const english = batches.flat().filter((body) => body.startsWith('en'));
  expect(english).toEqual(Array.from({ length: 15 }, (_, n) => `en ${n}`));
});

it('tries what failed alone, before those behind it', async () => {
  let fails = 2;
  const batches = await polled((body) => body === 'en 3' && fails-- > 0);
  expect(batches.slice(1).filter((batch) => batch.includes('en 3')).length).toBe(2);
  const last = batches.findLastIndex((batch) => batch.includes('en 3'));
  expect(batches[last]).toEqual(['en 3']);
});
