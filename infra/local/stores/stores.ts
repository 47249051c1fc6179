import { join } from 'node:path';
import {
  ChangeMessageVisibilityCommand,
  type Message,
  MessageNotInflight,
  ReceiveMessageCommand,
  type ReceiveMessageCommandInput,
  SetQueueAttributesCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { type FauxqsServer, startFauxqs } from 'fauxqs';
import * as z from 'zod';
import { here } from '../place.ts';
import { type Deployed, ofType, type Resource } from '../template/template.ts';
import { understood } from '../template/understood.ts';
import { bucketsOf } from './buckets.ts';
import { inFirstPlane, onLoopback, removeTornObjects } from './fauxqs-manners.ts';
import { Objects } from './objects.ts';
import { RedrivePolicy, withoutTooOften } from './too-often.ts';

/** The properties of a queue that are honoured here. */
const Queue = z.strictObject({
  FifoQueue: z.boolean().optional(),
  ContentBasedDeduplication: z.boolean().optional(),
  VisibilityTimeout: z.int().optional(),
  MessageRetentionPeriod: z.int().optional(),
  RedrivePolicy: RedrivePolicy.optional(),
  SqsManagedSseEnabled: z.unknown().optional(),
});

/** The largest message, in bytes: what EventBridge delivers. SQS itself has taken four times that since 2025. */
export const mostMessageBytes = 256 * 1024;

/** SQS and S3 on this machine: fauxqs, whose state is in DATA_DIR and whose objects are files below `s3/`. */
export class Stores {
  readonly server: FauxqsServer;
  readonly endpoint: string;
  readonly sqs: SQSClient;
  readonly objects: Objects;
  /** The redrive policies by the URLs of their queues. */
  readonly #redrives = new Map<string, RedrivePolicy>();

  private constructor(server: FauxqsServer, dataDir: string) {
    this.server = server;
    this.objects = new Objects(server.port, join(dataDir, 's3-journal'));
    this.endpoint = `http://127.0.0.1:${server.port}`;
    this.sqs = new SQSClient({
      endpoint: this.endpoint,
      region: here.region,
      credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    });
  }

  static async start(dataDir: string): Promise<Stores> {
    const options = { port: 0, host: '127.0.0.1', logger: false, defaultRegion: here.region };
    const s3StorageDir = join(dataDir, 's3');
    removeTornObjects(s3StorageDir);
    const server = await onLoopback(() =>
      startFauxqs({ ...options, dataDir: join(dataDir, 'queues'), s3StorageDir }),
    );
    const stores = new Stores(server, dataDir);
    await stores.objects.recover();
    return stores;
  }

  /** Makes the buckets and queues of the templates, where they aren't there yet. */
  async create(deployed: Deployed): Promise<void> {
    for (const { name } of bucketsOf(deployed)) this.server.createBucket(name);
    const queues = ofType(deployed, 'AWS::SQS::Queue');
    for (const queue of queues) await this.#createQueue(queue);
    for (const { arn, physicalId } of queues) await this.#release(nameOf(arn), physicalId);
  }

  /** Sends a message, whose body is JSON; it is on disk when this returns. */
  send(queueArn: string, body: string, messageGroupId?: string, messageDeduplicationId?: string): void {
    this.server.sendMessage(nameOf(queueArn), inFirstPlane(body), {
      region: here.region,
      ...(messageGroupId && { messageGroupId, ...(messageDeduplicationId && { messageDeduplicationId }) }),
    });
  }

  /** Receives messages of a queue. Those that were received too often go to its dead-letter queue instead. */
  async receive(
    QueueUrl: string,
    request: Omit<ReceiveMessageCommandInput, 'QueueUrl'>,
    options: { abortSignal?: AbortSignal } = {},
  ): Promise<Message[]> {
    const command = new ReceiveMessageCommand({ ...request, QueueUrl, MessageSystemAttributeNames: ['All'] });
    const { Messages = [] } = await this.sqs.send(command, options);
    const policy = this.#redrives.get(QueueUrl);
    return policy ? withoutTooOften(this, QueueUrl, policy, Messages) : Messages;
  }

  /** The messages of a queue that are with no consumer, in order. */
  waiting(queueArn: string) {
    return this.#messages(queueArn).ready;
  }

  /** How many messages a queue has: waiting, and with a consumer; and how old the oldest of those that wait is. */
  depth(queueArn: string): { waiting: number; inFlight: number; oldestSeconds: number } {
    const { ready, inflight } = this.#messages(queueArn);
    const oldest = ready.reduce((least, { sentTimestamp }) => Math.min(least, sentTimestamp), Date.now());
    return {
      waiting: ready.length,
      inFlight: inflight.length,
      oldestSeconds: Math.floor((Date.now() - oldest) / 1000),
    };
  }

  /** Everything is on disk already; stopping in full would wait for long polls that nobody listens to any more. */
  stop(): void {
    this.sqs.destroy();
    this.objects.close();
    void this.server.stop();
  }

  #messages(queueArn: string) {
    return this.server.inspectQueue(nameOf(queueArn))?.messages ?? { ready: [], delayed: [], inflight: [] };
  }

  /** Makes a queue, or gives the one that is there the template's attributes: making it again would empty it. */
  async #createQueue(queue: Resource): Promise<void> {
    const { RedrivePolicy, ...rest } = understood(Queue, queue);
    if (RedrivePolicy) this.#redrives.set(queue.physicalId, RedrivePolicy);
    const attributes = attributesOf(rest);
    if (!this.server.inspectQueue(nameOf(queue.arn))) {
      this.server.createQueue(nameOf(queue.arn), { region: here.region, attributes });
      return;
    }
    const { FifoQueue: _, ...settable } = attributes;
    // An older folder has policies that fauxqs kept; now `receive` alone does.
    const Attributes = { ...settable, RedrivePolicy: '' };
    await this.sqs.send(new SetQueueAttributesCommand({ QueueUrl: queue.physicalId, Attributes }));
  }

  /**
   * Those who had received messages ended with the last run: their messages are free after a second. Not at once:
   * fauxqs 2.4.1 loses a message whose visibility timeout is set to 0 when it keeps its state on disk.
   */
  async #release(name: string, QueueUrl: string): Promise<void> {
    for (const { receiptHandle: ReceiptHandle } of this.server.inspectQueue(name)?.messages.inflight ?? []) {
      const command = new ChangeMessageVisibilityCommand({ QueueUrl, ReceiptHandle, VisibilityTimeout: 1 });
      // One whose time has run out meanwhile is free already.
      await this.sqs.send(command).catch((error: unknown) => {
        if (!(error instanceof MessageNotInflight)) throw error;
      });
    }
  }
}

const nameOf = (queueArn: string): string => queueArn.slice(queueArn.lastIndexOf(':') + 1);

function attributesOf(properties: Omit<z.output<typeof Queue>, 'RedrivePolicy'>): Record<string, string> {
  const { SqsManagedSseEnabled: _, ...attributes } = properties;
  return Object.fromEntries(
    Object.entries({ ...attributes, MaximumMessageSize: mostMessageBytes }).map(([name, value]) => [
      name,
      String(value),
    ]),
  );
}
