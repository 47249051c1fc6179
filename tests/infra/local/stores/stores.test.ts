import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { GetQueueAttributesCommand, ReceiveMessageCommand } from '@aws-sdk/client-sqs';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { Stores } from '../../../../infra/local/stores/stores.ts';
import { resource } from '../front/resource.ts';
import { temporary } from '../temporary.ts';
import { fifo, queue, queueArn } from './queues.ts';
import { storesWith } from './stores-in-test.ts';

describe('a queue', () => {
  it('has the attributes of its template', async () => {
    const work = queue('work', { VisibilityTimeout: 90, MessageRetentionPeriod: 1_209_600 });
    const stores = await storesWith([work]);
    const { Attributes } = await stores.sqs.send(
      new GetQueueAttributesCommand({ QueueUrl: work.physicalId, AttributeNames: ['All'] }),
    );
    expect(Attributes).toMatchObject({
      VisibilityTimeout: '90',
      MessageRetentionPeriod: '1209600',
      QueueArn: queueArn('work'),
    });
  });

  it('takes messages of 256 KB, and none that is larger', async () => {
    const stores = await storesWith([queue('work')]);
    expect(() => stores.send(queueArn('work'), 'é'.repeat(131_072))).not.toThrow();
    expect(() => stores.send(queueArn('work'), `${'é'.repeat(131_072)}!`)).toThrow('shorter than 262144');
  });

  it('counts what waits and what a consumer has', async () => {
    const work = queue('work');
    const stores = await storesWith([work]);
    for (const body of ['a', 'b', 'c']) stores.send(queueArn('work'), body);
    await stores.sqs.send(new ReceiveMessageCommand({ QueueUrl: work.physicalId }));
    expect(stores.depth(queueArn('work'))).toEqual({ waiting: 2, inFlight: 1, oldestSeconds: 0 });
  });

  it('takes the characters of every plane', async () => {
    const work = queue('work');
    const stores = await storesWith([work]);
    stores.send(queueArn('work'), JSON.stringify({ title: '𠮷 🌊' }));
    const [message] = await stores.receive(work.physicalId, {});
    expect(JSON.parse(message?.Body ?? '')).toEqual({ title: '𠮷 🌊' });
  });

  it('says how old its oldest message is, by the clock of the stack', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    onTestFinished(() => void vi.useRealTimers());
    const stores = await storesWith([queue('work')]);
    stores.send(queueArn('work'), 'a');
    vi.setSystemTime(Date.now() + 90_000);
    stores.send(queueArn('work'), 'b');
    expect(stores.depth(queueArn('work'))).toMatchObject({ waiting: 2, oldestSeconds: 90 });
  });

  it('gives a message to one who has been waiting for it when the clock is moved to its time', async () => {
    const work = queue('work', { VisibilityTimeout: 600 });
    const stores = await storesWith([work]);
    stores.send(queueArn('work'), 'a');
    expect(await stores.receive(work.physicalId, {})).toHaveLength(1);
    const waiting = stores.receive(work.physicalId, { WaitTimeSeconds: 10 });
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 601_000 });
    onTestFinished(() => void vi.useRealTimers());
    expect(await waiting).toMatchObject([{ Body: 'a' }]);
  });

  it('that is FIFO keeps the order of a group, whose next message waits for the one before', async () => {
    const work = queue('work.fifo', fifo);
    const stores = await storesWith([work]);
    for (const body of ['1', '2', '3']) stores.send(queueArn('work.fifo'), body, 'en');
    const receive = async () => {
      const command = new ReceiveMessageCommand({ QueueUrl: work.physicalId, MaxNumberOfMessages: 2 });
      return (await stores.sqs.send(command)).Messages?.map(({ Body }) => Body);
    };
    expect(await receive()).toEqual(['1']);
    expect(await receive()).toBeUndefined();
  });

  it('with a property that can not be honoured is refused, by its name', async () => {
    await expect(storesWith([queue('slow', { DelaySeconds: 5 })])).rejects.toThrow('DelaySeconds');
  });
});

it('keeps objects as files', async () => {
  const folder = temporary();
  const stores = await storesWith([resource('S3::Bucket', 'site', {})], folder);
  const client = new S3Client({
    endpoint: stores.endpoint,
    region: 'us-east-1',
    forcePathStyle: true,
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  });
  await client.send(new PutObjectCommand({ Bucket: 'site', Key: 'en/index.html', Body: '<p>said' }));
  client.destroy();
  const s3 = join(folder, 'stores/s3');
  const page = readdirSync(s3, { recursive: true }).find((name) =>
    /en.index\.html(\.data)?$/.test(String(name)),
  );
  expect(readFileSync(join(s3, String(page)), 'utf8')).toBe('<p>said');
});

it('keeps messages, and who had received them has them no more, after a restart', async () => {
  const folder = temporary();
  const work = queue('work', { VisibilityTimeout: 600 });
  const first = await Stores.start(folder);
  await first.create({ resources: [work] });
  for (const body of ['a', 'b']) first.send(queueArn('work'), body);
  await first.sqs.send(new ReceiveMessageCommand({ QueueUrl: work.physicalId }));
  await first.server.stop();
  first.stop();

  const second = await Stores.start(folder);
  await second.create({ resources: [{ ...work, properties: { VisibilityTimeout: 30 } }] });
  expect(second.server.inspectQueue('work')?.attributes.VisibilityTimeout).toBe('30');
  const command = new ReceiveMessageCommand({
    QueueUrl: work.physicalId,
    MaxNumberOfMessages: 10,
    WaitTimeSeconds: 5,
  });
  const bodies: (string | undefined)[] = [];
  const receive = async () => {
    bodies.push(...((await second.sqs.send(command)).Messages ?? []).map(({ Body }) => Body));
    return bodies.toSorted();
  };
  await expect.poll(receive, { timeout: 10_000 }).toEqual(['a', 'b']);
  await second.server.stop();
  second.stop();
});

it('starts with an object that a kill -9 left half written, and without it', async () => {
  const folder = temporary();
  const objects = join(folder, 'stores/s3/buckets/site/objects');
  mkdirSync(objects, { recursive: true });
  writeFileSync(join(objects, 'whole.txt.meta.json'), '');
  await expect(storesWith([resource('S3::Bucket', 'site', {})], folder)).resolves.toBeInstanceOf(Stores);
});

it('listens on the loopback address alone', async () => {
  const { endpoint, server } = await storesWith([]);
  const elsewhere = Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .find(({ internal, family }) => !internal && family === 'IPv4');
  expect(new URL(server.address).hostname).toBe('127.0.0.1');
  expect((await fetch(`${endpoint}/health`)).status).toBe(200);
  if (elsewhere) await expect(fetch(`http://${elsewhere.address}:${server.port}/health`)).rejects.toThrow();
});

it('gives queues the region and account of the templates', async () => {
  const stores = await Stores.start(temporary());
  await stores.create({ resources: [queue('work')] });
  expect(stores.server.inspectQueue('work')?.arn).toBe(queueArn('work'));
  await stores.server.stop();
  stores.stop();
});
