import { setTimeout as pause } from 'node:timers/promises';
import { ChangeMessageVisibilityCommand, DeleteMessageBatchCommand, type Message } from '@aws-sdk/client-sqs';
import * as z from 'zod';
import type { Faults } from '../faults/faults.ts';
import { AccessDenied, type Permissions } from '../permissions/permissions.ts';
import { here } from '../place.ts';
import { behind, takeOff } from '../stores/fifo-groups.ts';
import type { Stores } from '../stores/stores.ts';
import { failedItems } from './batch-response.ts';
import type { Target } from './target.ts';

export const QueueMapping = z.strictObject({
  BatchSize: z.int().min(1).max(10),
  EventSourceArn: z.string(),
  FunctionName: z.string(),
  FunctionResponseTypes: z.tuple([z.literal('ReportBatchItemFailures')]),
});

/** Lambda begins with five pollers a queue; on two cores more than two only wait for each other. */
const pollers = 2;

/** What a poller stands between, and what may come over it. */
export type QueuePollerOptions = {
  stores: Stores;
  target: Target;
  mapping: z.output<typeof QueueMapping>;
  queueUrl: string;
  permissions: Permissions;
  faults: Faults;
};

/**
 * What Lambda does between a queue and a function, with the permissions of the function's role: receives batches,
 * calls, deletes what was handled.
 */
export class QueuePoller {
  readonly #options: QueuePollerOptions;
  readonly #ending = new AbortController();
  readonly #loops: Promise<void>[];
  /** What was received while others were taken off the queue. */
  #received: Message[] = [];

  constructor(options: QueuePollerOptions) {
    this.#options = options;
    // A FIFO group has one consumer at a time.
    const length = options.mapping.EventSourceArn.endsWith('.fifo') ? 1 : pollers;
    this.#loops = Array.from({ length }, () => this.#poll());
  }

  async stop(): Promise<void> {
    this.#ending.abort();
    await Promise.all(this.#loops);
  }

  async #poll(): Promise<void> {
    while (!this.#ending.signal.aborted) {
      try {
        for (const action of ['GetQueueAttributes', 'ReceiveMessage', 'DeleteMessage']) this.#check(action);
        const messages = await this.#receive();
        if (messages.length > 0) await this.#handle(messages);
      } catch (error) {
        if (!(error instanceof AccessDenied)) throw error;
        // Lambda leaves such a queue alone, and looks again whether it may.
        await pause(1000, undefined, { signal: this.#ending.signal }).catch(() => undefined);
      }
    }
  }

  #check(action: string): void {
    const { permissions, target, mapping } = this.#options;
    permissions.check({ role: target.role }, `sqs:${action}`, mapping.EventSourceArn);
  }

  /** What waits sees a clock that is moved within 20 ms; a wait that is given up would still take a message. */
  async #receive(): Promise<Message[]> {
    const { stores, mapping, queueUrl } = this.#options;
    if (this.#received.length > 0) return this.#received.splice(0);
    const request = { MaxNumberOfMessages: mapping.BatchSize, WaitTimeSeconds: 20 };
    const abortSignal = this.#ending.signal;
    try {
      return await stores.receive(queueUrl, request, { abortSignal });
    } catch (error) {
      if (abortSignal.aborted) return [];
      throw error;
    }
  }

  async #handle(received: Message[]): Promise<void> {
    const { faults, target, stores, mapping, queueUrl } = this.#options;
    const room = mapping.BatchSize - received.length;
    const ahead = received
      .flatMap((first) => behind(stores, mapping.EventSourceArn, first, room))
      .slice(0, room);
    const messages = [...received, ...ahead];
    const fault = faults.meets(`${target.name} queue`, ['late', 'duplicate']);
    if (fault?.kind === 'late') await pause(fault.extent * mostLateMilliseconds);
    const failed = await this.#failures(messages);
    const isHandled = ({ MessageId }: Message) => !failed.has(MessageId ?? '');
    const handled = received.filter(isHandled);
    // One that was handled and not deleted comes again.
    if (fault?.kind === 'duplicate') await this.#release(handled);
    else if (handled.length > 0) await this.#delete(handled);
    if (handled.length === received.length && fault?.kind !== 'duplicate') {
      const done = new Set(ahead.filter(isHandled).map(({ MessageId = '' }) => MessageId));
      this.#received.push(...(await takeOff(stores, queueUrl, done)));
    }
    if (this.#ending.signal.aborted)
      await this.#release([...received.filter((message) => !handled.includes(message)), ...this.#received]);
  }

  /** The ids of the messages of a batch that were not handled: all of them if the call failed. */
  async #failures(messages: Message[]): Promise<Set<string>> {
    const all = messages.map(({ MessageId }) => MessageId ?? '');
    const event = { Records: messages.map((message) => this.#record(message)) };
    return new Set((await failedItems(this.#options.target.invoke(event))) ?? all);
  }

  async #delete(messages: Message[]): Promise<void> {
    const Entries = messages.map(({ ReceiptHandle }, index) => ({ Id: String(index), ReceiptHandle }));
    const { stores, queueUrl: QueueUrl } = this.#options;
    await stores.sqs.send(new DeleteMessageBatchCommand({ QueueUrl, Entries }));
  }

  async #release(messages: Message[]): Promise<void> {
    const { stores, queueUrl: QueueUrl } = this.#options;
    for (const { ReceiptHandle } of messages)
      await stores.sqs.send(
        new ChangeMessageVisibilityCommand({ QueueUrl, ReceiptHandle, VisibilityTimeout: 1 }),
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
      eventSourceARN: this.#options.mapping.EventSourceArn,
      awsRegion: here.region,
    };
  }
}

const mostLateMilliseconds = 3000;
