import { randomUUID } from 'node:crypto';
import { DeleteMessageCommand, type Message } from '@aws-sdk/client-sqs';
import type { Stores } from './stores.ts';

/**
 * Moves a message that was received to another queue. It is in both for a moment: a kill -9 may leave it to be moved
 * twice, and never loses it.
 */
export async function move(stores: Stores, message: Message, fromUrl: string, toArn: string): Promise<void> {
  const { Body = '', ReceiptHandle, Attributes } = message;
  // A FIFO queue takes the same content for a duplicate, but for an id of its own.
  stores.send(toArn, Body, Attributes?.MessageGroupId, randomUUID());
  await stores.sqs.send(new DeleteMessageCommand({ QueueUrl: fromUrl, ReceiptHandle }));
}
