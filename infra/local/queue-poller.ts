import {
  ChangeMessageVisibilityCommand,
  DeleteMessageBatchCommand,
  type Message,
  ReceiveMessageCommand,
} from '@aws-sdk/client-sqs';
import * as z from 'zod';
import { failedItems } from './batch-response.ts';
import type { LocalFunction } from './functions.ts';
import { here } from './place.ts';
import type { Stores } from './stores.ts';

export const QueueMapping = z.strictObject({
  BatchSize: z.int().max(10),
  EventSourceArn: z.string(),
  FunctionName: z.string(),
  FunctionResponseTypes: z.tuple([z.literal('ReportBatchItemFailures')]),
});

/** Lambda begins with five pollers a queue; on two cores more than two only wait for each other. */
const pollers = 2;

/** What Lambda does between a queue and a function: receives batches, calls, deletes what was handled. */
export class QueuePoller {
  readonly #stores: Stores;
  readonly #target: LocalFunction;
  readonly #mapping: z.output<typeof QueueMapping>;
  readonly #queueUrl: string;
  readonly #ending = new AbortController();
  readonly #loops: Promise<void>[];

  constructor(
    stores: Stores,
    target: LocalFunction,
    mapping: z.output<typeof QueueMapping>,
    queueUrl: string,
  ) {
    this.#stores = stores;
    this.#target = target;
    this.#mapping = mapping;
    this.#queueUrl = queueUrl;
    this.#loops = Array.from({ length: pollers }, () => this.#poll());
  }

  async stop(): Promise<void> {
    this.#ending.abort();
    await Promise.all(this.#loops);
  }

  async #poll(): Promise<void> {
    while (!this.#ending.signal.aborted) {
      const messages = await this.#receive();
      if (messages.length > 0) await this.#handle(messages);
    }
  }

  async #receive(): Promise<Message[]> {
    const command = new ReceiveMessageCommand({
      QueueUrl: this.#queueUrl,
      MaxNumberOfMessages: this.#mapping.BatchSize,
      WaitTimeSeconds: 20,
      MessageSystemAttributeNames: ['All'],
    });
    try {
      return (await this.#stores.sqs.send(command, { abortSignal: this.#ending.signal })).Messages ?? [];
    } catch (error) {
      if (this.#ending.signal.aborted) return [];
      throw error;
    }
  }

  async #handle(messages: Message[]): Promise<void> {
    const failed = await this.#failures(messages);
    const handled = messages.filter(({ MessageId }) => !failed.has(MessageId ?? ''));
    if (handled.length > 0)
      await this.#stores.sqs.send(
        new DeleteMessageBatchCommand({
          QueueUrl: this.#queueUrl,
          Entries: handled.map(({ ReceiptHandle }, index) => ({ Id: String(index), ReceiptHandle })),
        }),
      );
    if (this.#ending.signal.aborted)
      await this.#release(messages.filter((message) => !handled.includes(message)));
  }

  /** The ids of the messages of a batch that were not handled: all of them if the call failed. */
  async #failures(messages: Message[]): Promise<Set<string>> {
    const all = messages.map(({ MessageId }) => MessageId ?? '');
    const event = { Records: messages.map((message) => this.#record(message)) };
    return new Set((await failedItems(this.#target.invoke(event))) ?? all);
  }

  async #release(messages: Message[]): Promise<void> {
    for (const { ReceiptHandle } of messages)
      await this.#stores.sqs.send(
        new ChangeMessageVisibilityCommand({ QueueUrl: this.#queueUrl, ReceiptHandle, VisibilityTimeout: 1 }),
      );
  }

  #record({ MessageId, ReceiptHandle, Body, Attributes, MD5OfBody }: Message) {
    return {
      messageId: MessageId,
      receiptHandle: ReceiptHandle,
      body: Body,
      attributes: Attributes ?? {},
      messageAttributes: {},
      md5OfBody: MD5OfBody,
      eventSource: 'aws:sqs',
      eventSourceARN: this.#mapping.EventSourceArn,
      awsRegion: here.region,
    };
  }
}
