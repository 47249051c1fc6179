import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { awsClient } from './aws.ts';
import type { BusEvent } from './events.ts';

/** A queue's URL names the queue; where SQS is, the client knows as for every service. */
const client = new SQSClient({ ...awsClient, useQueueUrlAsEndpoint: false });

/**
 * The longest that SQS keeps a message back
 * (https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessage.html).
 */
export const mostSecondsLater = 900;

/** Sends an event to a queue's consumer, which has it in so many whole seconds, up to 900. */
export async function sendLater(QueueUrl: string, event: BusEvent, DelaySeconds: number): Promise<void> {
  await client.send(new SendMessageCommand({ QueueUrl, MessageBody: JSON.stringify(event), DelaySeconds }));
}
