import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { DynamoDBDocumentClient, PutCommand, QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { DynamoDBRecord } from 'aws-lambda';
import { mockClient } from 'aws-sdk-client-mock';
import { BusEvent } from '../../shared/events.ts';
import { headSort } from '../../shared/keys.ts';
import type { Head } from '../../shared/statement/statement.ts';
import { headOf } from '../../shared/table/head-item.ts';
import { fakeBucket } from '../functions/fake-bucket.ts';
import { fakeTable } from '../functions/fake-table.ts';
import { clock } from './clock.ts';
import { type Command, Fakes, type Send } from './fakes.ts';
import { recordOf } from './record.ts';

type Item = Record<string, unknown>;

/**
 * A version of a statement that committed, and the request that made it. What the release function makes has the name of
 * whoever scheduled it.
 */
export type Commit = {
  id: string;
  version: number;
  requestId: string | undefined;
  at: number;
  scheduledBy: string | undefined;
};

/** A message that can be had from an instant on. */
type Delayed = { event: BusEvent; from: number };

/**
 * AWS as the newsroom's functions see it: the table with its stream, the bucket, and what the bus has brought to
 * the queues. Every call goes by way of `atCall`, where it may wait or die.
 */
export class World {
  readonly #fakes = new Fakes();
  readonly table = this.#fakes.taking(fakeTable);
  readonly bucket = this.#fakes.taking(fakeBucket);
  readonly #bus = this.#fakes.taking(() => {
    const bus = mockClient(EventBridgeClient);
    bus.on(PutEventsCommand).callsFake(({ Entries }) => this.#told(Entries));
    return bus;
  });
  readonly #queue = this.#fakes.taking(() => {
    const queue = mockClient(SQSClient);
    queue.on(SendMessageCommand).callsFake(({ MessageBody, DelaySeconds }) => {
      const event = BusEvent.parse(JSON.parse(MessageBody));
      this.due.push({ event, from: clock.now + DelaySeconds * 1000 });
    });
    return queue;
  });
  /** What the relay has not yet been told. */
  stream: DynamoDBRecord[] = [];
  pages: BusEvent[] = [];
  lists = new Map<string, BusEvent[]>();
  /** What the release function has to look at. */
  due: Delayed[] = [];
  commits: Commit[] = [];
  /** Looks at a head as it is committed. */
  onCommit: (head: Head) => void = () => {};
  /** Looks at an object of the site as it is written. */
  onWrite: (key: string, body: string) => void = () => {};
  /** Whether indexes answer as of the step before. */
  indexIsLate = false;
  #before = new Map<string, Item>();

  constructor() {
    this.#fakes.carry(DynamoDBDocumentClient, (send, command) => this.#atTable(send, command));
    this.#fakes.carry(S3Client, (send, command) => this.#atBucket(send, command));
    for (const client of [EventBridgeClient, SQSClient])
      this.#fakes.carry(client, (send, command) => send(command));
  }

  /** Empties everything, for another run. */
  reset(): void {
    clock.start();
    this.table.items.clear();
    this.bucket.objects.clear();
    this.stream = [];
    this.pages = [];
    this.lists = new Map();
    this.due = [];
    this.commits = [];
    this.indexIsLate = false;
    this.step();
  }

  /** A step is over: what indexes answer late is as of now. */
  step(): void {
    this.#before = new Map(this.table.items);
    this.bucket.clock.now = clock.instant;
  }

  get heads(): Head[] {
    return [...this.table.items.values()].filter(({ sk }) => sk === headSort).map(headOf);
  }

  close(): void {
    for (const client of [this.table.client, this.bucket.client, this.#bus, this.#queue]) client.restore();
  }

  #atTable(send: Send, command: Command): unknown {
    if (command instanceof QueryCommand && command.input.IndexName && this.indexIsLate)
      return asOf(this.table.items, this.#before, () => send(command));
    const key = keyOf(command);
    if (key?.sk !== headSort) return send(command);
    const name = `${key.pk} ${key.sk}`;
    const before = this.table.items.get(name);
    const answer = send(command);
    const after = this.table.items.get(name);
    if (after && after !== before) this.#moved(before, after);
    return answer;
  }

  #atBucket(send: Send, command: Command): unknown {
    if (command instanceof PutObjectCommand)
      this.onWrite(String(command.input.Key), String(command.input.Body));
    return send(command);
  }

  #moved(before: Item | undefined, after: Item): void {
    this.stream.push(recordOf(before, after));
    const head = headOf(after);
    if (before?.version === head.version) return;
    const { id, version, requestId } = head;
    const earlier = before && headOf(before);
    // A release goes on with the request of whatever was done before it.
    const scheduledBy = earlier?.requestId === requestId ? earlier?.work?.schedule?.by.name : undefined;
    this.commits.push({ id, version, requestId, at: clock.now, scheduledBy });
    this.onCommit(head);
  }

  /** The rules of `infra/render.ts`, `infra/feeds.ts` and `infra/release.ts`. */
  #told(entries: { DetailType: string; Detail: string }[]): object {
    for (const { DetailType, Detail } of entries) {
      const event = BusEvent.parse({ 'detail-type': DetailType, detail: JSON.parse(Detail) });
      if (event['detail-type'] === 'Publication Due' || isScheduling(event))
        this.due.push({ event, from: clock.now });
      if (areForOthers.includes(event['detail-type'])) continue;
      if ('id' in event.detail) this.pages.push(event);
      const { language } = event.detail;
      this.lists.set(language, [...(this.lists.get(language) ?? []), event]);
    }
    return { FailedEntryCount: 0, Entries: entries.map(() => ({ EventId: '1' })) };
  }
}

/** Events that neither pages nor lists are made of. */
const areForOthers = ['Statement Changed', 'Statement Readable', 'Publication Due'];

const isScheduling = (event: BusEvent): boolean =>
  event['detail-type'] === 'Statement Changed' && event.detail.state === 'scheduled';

function keyOf(command: Command): Item | undefined {
  if (command instanceof PutCommand) return command.input.Item;
  return command instanceof UpdateCommand ? command.input.Key : undefined;
}

/** Lets something see other items for a moment. */
function asOf(items: Map<string, Item>, before: Map<string, Item>, look: () => unknown): unknown {
  const now = new Map(items);
  const become = (those: Map<string, Item>) => {
    items.clear();
    for (const [key, item] of those) items.set(key, item);
  };
  become(before);
  const seen = look();
  become(now);
  return seen;
}
