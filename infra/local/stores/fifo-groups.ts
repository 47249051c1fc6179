import { DeleteMessageCommand, type Message } from '@aws-sdk/client-sqs';
import type { Stores } from './stores.ts';

/**
 * Of a FIFO group fauxqs gives one message at a time, where SQS gives as many as it can
 * (https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/FIFO-queues-understanding-logic.html). A
 * group is locked while a message of it is with a consumer: so those that wait behind that one can be read ahead.
 */
export function behind(stores: Stores, queueArn: string, first: Message, most: number): Message[] {
  const group = first.Attributes?.MessageGroupId;
  // What failed before is tried alone, so that a message that spoils its batch is found.
  if (!group || Number(first.Attributes?.ApproximateReceiveCount) > 1) return [];
  return stores
    .waiting(queueArn)
    .filter(({ messageGroupId }) => messageGroupId === group)
    .slice(0, most)
    .map(({ messageId, body, md5OfBody, sentTimestamp }) => ({
      MessageId: messageId,
      ReceiptHandle: messageId,
      Body: body,
      MD5OfBody: md5OfBody,
      Attributes: {
        MessageGroupId: group,
        SentTimestamp: String(sentTimestamp),
        ApproximateReceiveCount: '1',
      },
    }));
}

/** Takes messages that were read ahead, and handled, off their queue; answers what else was received on the way. */
export async function takeOff(stores: Stores, QueueUrl: string, handled: Set<string>): Promise<Message[]> {
  const others: Message[] = [];
  while (handled.size > 0) {
    const messages = await stores.receive(QueueUrl, { MaxNumberOfMessages: 10, WaitTimeSeconds: 0 });
    if (messages.length === 0) return others;
    for (const message of messages) {
      if (!handled.delete(message.MessageId ?? '')) others.push(message);
      else
        await stores.sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle: message.ReceiptHandle }));
    }
  }
  return others;
}
