import { Duration } from 'aws-cdk-lib';
import type { Alarm } from 'aws-cdk-lib/aws-cloudwatch';
import { type EventPattern, type IEventBus, Rule } from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { alarm } from './alarm.ts';
import type { ServiceFunction } from './service-function.ts';

/** Two tries of a message that failed take about this long; a queue that is behind for longer needs somebody. */
const mostAgeSeconds = 300;
/** How often a message is tried before it goes to the dead-letter queue. */
const tries = 5;

/** A rule's pattern, and for a FIFO queue the one group that EventBridge gives to what the rule matches. */
export type Subscription = { id: string; pattern: EventPattern; group?: string };
type Props = {
  bus: IEventBus;
  consumer: ServiceFunction;
  subscriptions: Subscription[];
  fifo?: boolean;
  batchSize?: number;
};

/**
 * What turns events of the bus into calls of a function: rules, a queue, its dead-letter queue with an alarm,
 * and the event source. Failures are reported message by message.
 */
export class QueueConsumer extends Construct {
  readonly queue: Queue;
  readonly deadLetters: Queue;

  constructor(scope: Construct, id: string, { bus, consumer, subscriptions, fifo, batchSize = 10 }: Props) {
    super(scope, id);
    const common = {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      ...(fifo && { fifo, contentBasedDeduplication: true }),
    };
    const deadLetters = new Queue(this, 'DeadLetters', { ...common, retentionPeriod: Duration.days(14) });
    const timeout = consumer.lambda.timeout ?? Duration.seconds(3);
    const queue = new Queue(this, 'Queue', {
      ...common,
      // Six times the function's timeout: https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html
      visibilityTimeout: Duration.seconds(6 * timeout.toSeconds()),
      retentionPeriod: Duration.days(4),
      deadLetterQueue: { queue: deadLetters, maxReceiveCount: tries },
    });
    for (const { id, pattern, group } of subscriptions) {
      const target = new SqsQueue(queue, group ? { messageGroupId: group } : {});
      new Rule(this, id, { eventBus: bus, eventPattern: pattern, targets: [target] });
    }
    consumer.lambda.addEventSource(new SqsEventSource(queue, { batchSize, reportBatchItemFailures: true }));
    deadLetterAlarm(this, deadLetters, `${consumer.node.id} could not handle an event`);
    alarm(this, 'AgeAlarm', {
      metric: queue.metricApproximateAgeOfOldestMessage({
        statistic: 'Maximum',
        period: Duration.minutes(1),
      }),
      over: mostAgeSeconds,
      says: `An event has waited for ${consumer.node.id} for over ${mostAgeSeconds} seconds`,
      heading: 'messages-wait-in-a-queue',
    });
    this.queue = queue;
    this.deadLetters = deadLetters;
  }
}

/** The alarm of a dead-letter queue that is not empty. */
export const deadLetterAlarm = (scope: Construct, queue: Queue, says: string): Alarm =>
  alarm(scope, 'DeadLettersAlarm', {
    metric: queue.metricApproximateNumberOfMessagesVisible({
      period: Duration.minutes(1),
      statistic: 'Maximum',
    }),
    over: 0,
    says,
    heading: 'messages-in-a-dead-letter-queue',
  });
