import { join } from 'node:path';
import {
  ChangeMessageVisibilityCommand,
  MessageNotInflight,
  SetQueueAttributesCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { type FauxqsServer, startFauxqs } from 'fauxqs';
import * as z from 'zod';
import { onLoopback, removeTornObjects } from './fauxqs-manners.ts';
import { here } from './place.ts';
import { type Deployed, ofType, type Resource } from './template.ts';
import { understood } from './understood.ts';

/** The properties of a queue that are honoured here. */
const Queue = z.strictObject({
  FifoQueue: z.boolean().optional(),
  ContentBasedDeduplication: z.boolean().optional(),
  VisibilityTimeout: z.int().optional(),
  MessageRetentionPeriod: z.int().optional(),
  RedrivePolicy: z.object({ deadLetterTargetArn: z.string(), maxReceiveCount: z.int() }).optional(),
  SqsManagedSseEnabled: z.unknown().optional(),
});

/** SQS and S3 on this machine: fauxqs, whose state is in DATA_DIR and whose objects are files below `s3/`. */
export class Stores {
  readonly server: FauxqsServer;
  readonly endpoint: string;
  readonly sqs: SQSClient;

  private constructor(server: FauxqsServer) {
    this.server = server;
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
    return new Stores(
      await onLoopback(() => startFauxqs({ ...options, dataDir: join(dataDir, 'queues'), s3StorageDir })),
    );
  }

  /** Makes the buckets and queues of the templates, where they aren't there yet. */
  async create(deployed: Deployed): Promise<void> {
    for (const { physicalId } of ofType(deployed, 'AWS::S3::Bucket')) this.server.createBucket(physicalId);
    const queues = ofType(deployed, 'AWS::SQS::Queue');
    // Dead-letter queues first: the others name them.
    for (const queue of queues.toSorted(
      (a, b) => Number('RedrivePolicy' in a.properties) - Number('RedrivePolicy' in b.properties),
    ))
      await this.#createQueue(queue);
    for (const { arn, physicalId } of queues) await this.#release(nameOf(arn), physicalId);
  }

  send(queueArn: string, body: string, messageGroupId?: string): void {
    this.server.sendMessage(nameOf(queueArn), body, {
      region: here.region,
      ...(messageGroupId && { messageGroupId }),
    });
  }

  /** How many messages a queue has: waiting, and with a consumer. */
  depth(queueArn: string): { waiting: number; inFlight: number } {
    const messages = this.server.inspectQueue(nameOf(queueArn))?.messages;
    return { waiting: messages?.ready.length ?? 0, inFlight: messages?.inflight.length ?? 0 };
  }

  /** Everything is on disk already; stopping in full would wait for long polls that nobody listens to any more. */
  stop(): void {
    this.sqs.destroy();
    void this.server.stop();
  }

  /** Makes a queue, or gives the one that is there the template's attributes: making it again would empty it. */
  async #createQueue(queue: Resource): Promise<void> {
    const attributes = attributesOf(queue);
    if (!this.server.inspectQueue(nameOf(queue.arn))) {
      this.server.createQueue(nameOf(queue.arn), { region: here.region, attributes });
      return;
    }
    const { FifoQueue: _, ...Attributes } = attributes;
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

function attributesOf(queue: Resource): Record<string, string> {
  const { SqsManagedSseEnabled: _, ...attributes } = understood(Queue, queue);
  return Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [
      name,
      typeof value === 'object' ? JSON.stringify(value) : String(value),
    ]),
  );
}
