import { SendMessageCommand, type SendMessageCommandInput } from '@aws-sdk/client-sqs';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { mostMessageBytes } from '../../../../infra/local/stores/stores.ts';
import { until } from '../../../stack/until.ts';
import { queueArn } from '../stores/queues.ts';
import { doorFor } from './door-in-test.ts';

const QueueUrl = 'http://127.0.0.1:1/000000000000/release';
const message = (more: Partial<SendMessageCommandInput> = {}) =>
  new SendMessageCommand({ QueueUrl, MessageBody: '{"é":1}', ...more });

describe('a message', () => {
  it('is in its queue when its sender is told', async () => {
    const { sqs, sent } = await doorFor();
    // The client compares the digest in the answer with its own.
    expect((await sqs().send(message())).MessageId).toMatch(/^[0-9a-f-]{36}$/);
    expect(sent).toEqual(['{"é":1}']);
  });

  it('is kept back for as many seconds as it says', async () => {
    const { sqs, sent, clock } = await doorFor();
    vi.useFakeTimers({ toFake: ['Date'] });
    onTestFinished(() => void vi.useRealTimers());
    const pass = (milliseconds: number) => {
      vi.setSystemTime(Date.now() + milliseconds);
      clock.advance(milliseconds);
    };
    await sqs().send(message({ DelaySeconds: 900 }));
    pass(899_000);
    expect(sent).toEqual([]);
    pass(1000);
    expect(sent).toEqual(['{"é":1}']);
  });

  it('comes by itself when its time has come', async () => {
    const { sqs, sent } = await doorFor();
    await sqs().send(message({ DelaySeconds: 1 }));
    expect(sent).toEqual([]);
    await until('the message', async () => sent.length === 1, 5000);
  });

  it('meets what can go wrong with every call', async () => {
    const { sqs, sent, plan } = await doorFor();
    plan({ site: 'api sqs:SendMessage', kind: 'throttle' });
    await expect(sqs().send(message())).rejects.toMatchObject({ name: 'RequestThrottled' });
    expect(sent).toEqual([]);
    plan({ site: 'api sqs:SendMessage', kind: 'throttle' });
    await sqs({ maxAttempts: 2 }).send(message());
    plan({ site: 'api sqs:SendMessage', kind: 'lost-answer' });
    await sqs({ maxAttempts: 2 }).send(message());
    expect(sent).toHaveLength(3);
  });
});

it.each<[string, Partial<SendMessageCommandInput>]>([
  ['longer than a quarter of an hour', { DelaySeconds: 901 }],
  ['to a queue that isn’t there', { QueueUrl: 'http://127.0.0.1:1/000000000000/nobody' }],
  ['to a queue that is first in, first out', { QueueUrl: 'http://127.0.0.1:1/000000000000/lists.fifo' }],
  ['in a group', { MessageGroupId: 'en' }],
  ['that is too large', { MessageBody: 'é'.repeat(mostMessageBytes / 2 + 1) }],
])('refuses a message %s', async (_, more) => {
  const { sqs, sent } = await doorFor();
  await expect(sqs().send(message(more))).rejects.toMatchObject({ name: 'InvalidParameterValue' });
  expect(sent).toEqual([]);
});

it('asks for the right to the queue', async () => {
  const { sqs, sent } = await doorFor([{ Action: 'sqs:SendMessage', Resource: queueArn('another') }]);
  await expect(sqs().send(message())).rejects.toMatchObject({
    name: 'AccessDenied',
    message: expect.stringContaining(queueArn('release')),
  });
  expect(sent).toEqual([]);
});
