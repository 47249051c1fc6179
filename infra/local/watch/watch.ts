import type { EventEmitter } from 'node:events';
import type { Stores } from '../stores/stores.ts';
import { type Deployed, ofType } from '../template/template.ts';
import { type AlarmState, Alarms } from './alarms.ts';
import { embeddedMetrics } from './embedded-metrics.ts';
import { MetricStore, minute } from './metric-store.ts';
import { type Percentiles, percentiles } from './percentiles.ts';
import { answered, invoked, queueSeen } from './service-metrics.ts';

/** How often queues are looked at and alarms are evaluated, in milliseconds. */
const lookEvery = 1000;

/** The one dimension of the functions' own metrics: Powertools names the service. */
const ownMetric = (service: string, name: string) => ({
  namespace: 'Communique',
  name,
  dimensions: { service },
});

/** A function that tells of its calls and of what it writes to its log. */
type Watched = EventEmitter<{ invoked: [{ milliseconds: number; failed: boolean }]; line: [string] }> & {
  physicalId: string;
};

/** CloudWatch on this machine: takes in what functions, queues and the API do, and holds the alarms to it. */
export class Watch {
  readonly #store = new MetricStore();
  readonly #alarms: Alarms;
  readonly #queues: { arn: string; name: string }[];
  readonly #stores: Stores;
  readonly #timer: NodeJS.Timeout;

  constructor(deployed: Deployed, functions: Watched[], stores: Stores) {
    this.#alarms = new Alarms(deployed, this.#store);
    this.#stores = stores;
    this.#queues = ofType(deployed, 'AWS::SQS::Queue').map(({ arn }) => ({
      arn,
      name: arn.slice(arn.lastIndexOf(':') + 1),
    }));
    for (const fn of functions) {
      fn.on('invoked', (outcome) => invoked(this.#store, fn.physicalId, { ...outcome, at: Date.now() }));
      fn.on('line', (line) => {
        for (const datum of embeddedMetrics(line)) this.#store.put(datum);
      });
    }
    this.#timer = setInterval(() => this.look(), lookEvery).unref();
  }

  /** Takes in an answer of an HTTP API. */
  apiAnswered(apiId: string, outcome: { status: number; milliseconds: number }): void {
    answered(this.#store, apiId, { ...outcome, at: Date.now() });
  }

  get alarms(): AlarmState[] {
    return this.#alarms.evaluate(Date.now());
  }

  /** From a publication's commit to each channel, over the last hour. */
  get latency(): { toPage: Percentiles; toLists: Percentiles } {
    const now = Date.now();
    const lastHour = (service: string, name: string) =>
      percentiles(this.#store.values(ownMetric(service, name), now - 60 * minute, now));
    return {
      toPage: lastHour('render', 'PublicationToPage'),
      toLists: lastHour('feeds', 'PublicationToLists'),
    };
  }

  /** Looks at the queues and evaluates the alarms, as it does each second. */
  look(): void {
    for (const { arn, name } of this.#queues) {
      const { waiting, oldestSeconds } = this.#stores.depth(arn);
      queueSeen(this.#store, name, { visible: waiting, oldestSeconds, at: Date.now() });
    }
    this.#alarms.evaluate(Date.now());
  }

  stop(): void {
    clearInterval(this.#timer);
  }
}
