import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import type { Channel, Head } from './statement/statement.ts';

/** Embedded metrics, which CloudWatch reads out of the log; wrappers publish what was noted in a call. */
export const metrics = new Metrics();

/** Notes how long a publication took from its commit to a channel, once for each: not for what is done again. */
export function noteLatency({ pending }: Head, channel: Channel, now = Date.now()): void {
  if (!pending?.channels.includes(channel)) return;
  metrics.addMetric(
    `PublicationTo${channel === 'page' ? 'Page' : 'Lists'}`,
    MetricUnit.Milliseconds,
    now - Date.parse(pending.since),
  );
}

/** Notes a publication or correction that was committed. */
export const notePublication = (): Metrics => metrics.addMetric('Publications', MetricUnit.Count, 1);

/** Notes a scheduled publication that can't go out, whenever it is tried. */
export const noteScheduleFailed = (): Metrics => metrics.addMetric('SchedulesFailed', MetricUnit.Count, 1);

/** Notes how many publications have waited for the site for too long. */
export const noteWaiting = (publications: number): Metrics =>
  metrics.addMetric('PublicationsWaiting', MetricUnit.Count, publications);

/** Notes messages that a queue hands over for another time. */
export function noteRetries(messages: number): void {
  if (messages > 0) metrics.addMetric('Retries', MetricUnit.Count, messages);
}

/** Notes a group of messages that a consumer could not handle. */
export const noteFailure = (): Metrics => metrics.addMetric('Failures', MetricUnit.Count, 1);

/** Writes what was noted; Powertools warns of every call that has nothing to say. */
export function publishNoted(): void {
  if (metrics.hasStoredMetrics()) metrics.publishStoredMetrics();
}
