/** Queues as templates give them. */
import type { Resource } from '../../../../infra/local/template/template.ts';
import { resource } from '../front/resource.ts';

export const queueArn = (name: string) => `arn:aws:sqs:us-east-1:000000000000:${name}`;

/** A queue as a template gives it. */
export const queue = (name: string, properties: Record<string, unknown> = {}): Resource => ({
  ...resource('SQS::Queue', `http://127.0.0.1/000000000000/${name}`, properties, queueArn(name)),
  logicalId: name,
});

/** The properties of a queue whose messages go to another one after this many tries. */
export const redrivenTo = (name: string, maxReceiveCount: number) => ({
  RedrivePolicy: { deadLetterTargetArn: queueArn(name), maxReceiveCount },
});

/** The properties of a FIFO queue, whose name ends in `.fifo`. */
export const fifo = { FifoQueue: true, ContentBasedDeduplication: true };
