import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import * as z from 'zod';
import type { Clock } from '../clock.ts';
import type { Faults } from '../faults/faults.ts';
import { mostRequestBytes } from '../functions/execution-environment.ts';
import { AccessDenied, type Permissions } from '../permissions/permissions.ts';
import { here } from '../place.ts';
import type { Stores } from '../stores/stores.ts';
import type { StreamLog, StreamRecord } from '../stores/stream-log.ts';
import { failedItems } from './batch-response.ts';
import { eventPattern } from './event-pattern.ts';
import type { Target } from './target.ts';

export const StreamMapping = z.strictObject({
  BatchSize: z.int().min(1).max(10_000),
  BisectBatchOnFunctionError: z.literal(true),
  DestinationConfig: z.object({ OnFailure: z.object({ Destination: z.string() }) }),
  EventSourceArn: z.string(),
  FilterCriteria: z.object({ Filters: z.array(z.object({ Pattern: z.string() })) }),
  FunctionName: z.string(),
  FunctionResponseTypes: z.tuple([z.literal('ReportBatchItemFailures')]),
  MaximumRetryAttempts: z.int().min(0).max(10_000),
  StartingPosition: z.literal('TRIM_HORIZON'),
});

/** What a poller stands between, and what may come over it. */
export type StreamPollerOptions = {
  log: StreamLog;
  stores: Stores;
  target: Target;
  mapping: z.output<typeof StreamMapping>;
  table: string;
  permissions: Permissions;
  faults: Faults;
  clock: Clock;
};

/** Behind a failure the poller waits, and longer each time: from a tenth of a second to ten seconds. */
const pauseMilliseconds = (failures: number): number => Math.min(100 * 2 ** failures, 10_000);

/**
 * What Lambda does between a table's stream and a function, with the permissions of the function's role: reads in
 * order, filters, calls, and goes on behind what was handled. A batch that fails is halved; a record that keeps
 * failing goes to the destination for failures.
 * https://docs.aws.amazon.com/lambda/latest/dg/with-ddb.html
 */
export class StreamPoller {
  readonly #options: StreamPollerOptions;
  readonly #filters: ((record: unknown) => boolean)[];
  readonly #ending = new AbortController();
  readonly #loop: Promise<void>;

  constructor(options: StreamPollerOptions) {
    this.#options = options;
    this.#filters = options.mapping.FilterCriteria.Filters.map(({ Pattern }) =>
      eventPattern(JSON.parse(Pattern), 'FilterCriteria'),
    );
    this.#loop = this.#poll();
  }

  async stop(): Promise<void> {
    this.#ending.abort();
    await this.#loop;
  }

  async #poll(): Promise<void> {
    const { log, mapping, table } = this.#options;
    const { signal } = this.#ending;
    let [size, failures] = [mapping.BatchSize, 0];
    while (!signal.aborted) {
      const records = this.#mayRead()
        ? withinInvocation(log.read(mapping.FunctionName, table, size))
        : undefined;
      if (!records) await pause(1000, undefined, { signal }).catch(() => undefined);
      else if (records.length === 0) await once(log, 'record', { signal }).catch(() => undefined);
      if (!records || records.length === 0) continue;

      const handled = await this.#handle(records);
      const last = records[handled - 1];
      if (last) this.#pass(last);
      if (handled === records.length) {
        [size, failures] = [mapping.BatchSize, 0];
        continue;
      }
      if (handled > 0) failures = 0;
      else if (records.length > 1) size = Math.ceil(records.length / 2);
      else if (++failures > mapping.MaximumRetryAttempts) {
        this.#giveUp(records);
        failures = 0;
      }
      await this.#wait(pauseMilliseconds(failures));
    }
  }

  /** Waits for a time, which a clock that is moved ends. */
  async #wait(milliseconds: number): Promise<void> {
    const moved = new AbortController();
    const onMoved = () => moved.abort();
    this.#options.clock.once('moved', onMoved);
    const signal = AbortSignal.any([this.#ending.signal, moved.signal]);
    await pause(milliseconds, undefined, { signal }).catch(() => undefined);
    this.#options.clock.off('moved', onMoved);
  }

  #mayRead(): boolean {
    const { permissions, target, mapping } = this.#options;
    try {
      permissions.check({ role: target.role }, 'dynamodb:ListStreams', '*');
      for (const action of ['DescribeStream', 'GetShardIterator', 'GetRecords'])
        permissions.check({ role: target.role }, `dynamodb:${action}`, mapping.EventSourceArn);
      return true;
    } catch (error) {
      if (error instanceof AccessDenied) return false;
      throw error;
    }
  }

  /** Calls the function with the records that pass the filters; answers how many, from the first, are done with. */
  async #handle(records: StreamRecord[]): Promise<number> {
    const events = records
      .map((record) => this.#event(record))
      .filter((event) => this.#filters.some((passes) => passes(event)));
    if (events.length === 0) return records.length;
    const failed = await failedItems(this.#options.target.invoke({ Records: events }));
    if (!failed) return 0;
    if (failed.length === 0) return records.length;
    const first = Math.min(...failed.map(Number));
    return records.filter(({ sequence }) => sequence < first).length;
  }

  /** A role that may not send there loses the record. */
  #giveUp([record]: StreamRecord[]): void {
    if (!record) return;
    const { mapping, permissions, target, stores } = this.#options;
    const { Destination } = mapping.DestinationConfig.OnFailure;
    try {
      permissions.check({ role: target.role }, 'sqs:SendMessage', Destination);
      stores.send(Destination, failure(record));
    } catch (error) {
      if (!(error instanceof AccessDenied)) throw error;
    }
    this.#pass(record);
  }

  /** Keeps how far the function has come. A shard that replays begins again some records before. */
  #pass({ sequence }: StreamRecord): void {
    const { log, mapping, faults, target } = this.#options;
    const fault = faults.meets(`${target.name} stream`, ['replay']);
    log.pass(
      mapping.FunctionName,
      fault ? Math.max(0, sequence - Math.ceil(fault.extent * mostReplayed)) : sequence,
    );
  }

  #event({ sequence, at, keys, before, after }: StreamRecord) {
    return {
      eventID: String(sequence),
      eventName: after ? (before ? 'MODIFY' : 'INSERT') : 'REMOVE',
      eventVersion: '1.1',
      eventSource: 'aws:dynamodb',
      awsRegion: here.region,
      dynamodb: {
        ApproximateCreationDateTime: at / 1000,
        Keys: keys,
        ...(after && { NewImage: after }),
        ...(before && { OldImage: before }),
        SequenceNumber: String(sequence),
        StreamViewType: 'NEW_AND_OLD_IMAGES',
      },
      eventSourceARN: this.#options.mapping.EventSourceArn,
    };
  }
}

const mostReplayed = 20;

const failure = ({ sequence }: StreamRecord): string =>
  JSON.stringify({
    requestContext: { condition: 'RetryAttemptsExhausted' },
    DDBStreamBatchInfo: { startSequenceNumber: String(sequence), endSequenceNumber: String(sequence) },
  });

/** As many records, from the first, as a call of a function takes; half of that leaves room for what is round them. */
function withinInvocation(records: StreamRecord[]): StreamRecord[] {
  let bytes = 0;
  const fitting = records.findIndex((record) => {
    bytes += Buffer.byteLength(JSON.stringify(record));
    return bytes > mostRequestBytes / 2;
  });
  return fitting === -1 ? records : records.slice(0, Math.max(1, fitting));
}
