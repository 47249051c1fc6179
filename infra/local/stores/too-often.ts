import type { Message } from '@aws-sdk/client-sqs';
import * as z from 'zod';
import { move } from './move.ts';
import type { Stores } from './stores.ts';

/** How often a queue's messages are received, and where they go then. */
export const RedrivePolicy = z.object({ deadLetterTargetArn: z.string(), maxReceiveCount: z.int().min(1) });
export type RedrivePolicy = z.output<typeof RedrivePolicy>;

/**
 * Moves those messages that have been received too often to the dead-letter queue; answers the others. fauxqs 2.4.1
 * would do so by itself, but deletes a message from its queue before it writes it to the other one: a kill -9 between
 * the two would lose it.
 */
export async function withoutTooOften(
  stores: Stores,
  queueUrl: string,
  { deadLetterTargetArn, maxReceiveCount }: RedrivePolicy,
  messages: Message[],
): Promise<Message[]> {
  const isTooOften = ({ Attributes }: Message) =>
    Number(Attributes?.ApproximateReceiveCount) > maxReceiveCount;
  for (const message of messages.filter(isTooOften))
    await move(stores, message, queueUrl, deadLetterTargetArn);
  return messages.filter((message) => !isTooOften(message));
}
