import { once } from 'node:events';
import * as z from 'zod';
import { failedItems } from './batch-response.ts';
import { eventPattern } from './event-pattern.ts';
import type { LocalFunction } from './functions.ts';
import { here } from './place.ts';
import type { Stores } from './stores.ts';
import type { StreamLog, StreamRecord } from './stream-log.ts';

export const StreamMapping = z.strictObject({
  BatchSize: z.int(),
  BisectBatchOnFunctionError: z.literal(true),
  DestinationConfig: z.object({ OnFailure: z.object({ Destination: z.string() }) }),
  EventSourceArn: z.string(),
  FilterCriteria: z.object({ Filters: z.array(z.object({ Pattern: z.string() })) }),
  FunctionName: z.string(),
  FunctionResponseTypes: z.tuple([z.literal('ReportBatchItemFailures')]),
  MaximumRetryAttempts: z.int(),
  StartingPosition: z.literal('TRIM_HORIZON'),
});

/**
 * What Lambda does between a table's stream and a function: reads in order, filters, calls, and goes on behind what
 * was handled. A batch that fails is halved; a record that keeps failing goes to the destination for failures.
 * https://docs.aws.amazon.com/lambda/latest/dg/with-ddb.html
 */
export class StreamPoller {
  readonly #log: StreamLog;
  readonly #stores: Stores;
  readonly #target: LocalFunction;
  readonly #mapping: z.output<typeof StreamMapping>;
  readonly #table: string;
  readonly #filters: ((record: unknown) => boolean)[];
  readonly #ending = new AbortController();
  readonly #loop: Promise<void>;

  constructor(
    log: StreamLog,
    stores: Stores,
    target: LocalFunction,
    mapping: z.output<typeof StreamMapping>,
    table: string,
  ) {
    this.#log = log;
    this.#stores = stores;
    this.#target = target;
    this.#mapping = mapping;
    this.#table = table;
    this.#filters = mapping.FilterCriteria.Filters.map(({ Pattern }) =>
      eventPattern(JSON.parse(Pattern), 'FilterCriteria'),
    );
    this.#loop = this.#poll();
  }

  async stop(): Promise<void> {
    this.#ending.abort();
    await this.#loop;
  }

  async #poll(): Promise<void> {
    let [size, failures] = [this.#mapping.BatchSize, 0];
    while (!this.#ending.signal.aborted) {
      const records = this.#log.read(this.#mapping.FunctionName, this.#table, size);
      if (records.length === 0) {
        await once(this.#log, 'record', { signal: this.#ending.signal }).catch(() => undefined);
        continue;
      }
      const handled = await this.#handle(records);
      const last = records[handled - 1];
      if (last) this.#pass(last);
      if (handled === records.length) [size, failures] = [this.#mapping.BatchSize, 0];
      else if (handled > 0) failures = 0;
      else if (records.length > 1) size = Math.ceil(records.length / 2);
      else if (++failures > this.#mapping.MaximumRetryAttempts) {
        this.#giveUp(records);
        failures = 0;
      }
    }
  }

  /** Calls the function with the records that pass the filters; answers how many, from the first, are done with. */
  async #handle(records: StreamRecord[]): Promise<number> {
    const events = records
      .map((record) => this.#event(record))
      .filter((event) => this.#filters.some((passes) => passes(event)));
    if (events.length === 0) return records.length;
    const failed = await failedItems(this.#target.invoke({ Records: events }));
    if (!failed) return 0;
    if (failed.length === 0) return records.length;
    const first = Math.min(...failed.map(Number));
    return records.filter(({ sequence }) => sequence < first).length;
  }

  #giveUp([record]: StreamRecord[]): void {
    if (!record) return;
    const { Destination } = this.#mapping.DestinationConfig.OnFailure;
    this.#stores.send(
      Destination,
      JSON.stringify({
        requestContext: { condition: 'RetryAttemptsExhausted' },
        DDBStreamBatchInfo: { startSequenceNumber: String(record.sequence) },
      }),
    );
    this.#pass(record);
  }

  #pass({ sequence }: StreamRecord): void {
    this.#log.pass(this.#mapping.FunctionName, sequence);
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
      eventSourceARN: this.#mapping.EventSourceArn,
    };
  }
}
