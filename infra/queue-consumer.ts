import { Duration } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { type EventPattern, type IEventBus, Rule } from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { ServiceFunction } from './service-function.ts';

/** How often a message is tried before it goes to the dead-letter queue. */
const tries = 5;

/** A rule's pattern, and for a FIFO queue the one group that EventBridge gives to what the rule matches. */
export type Subscription = { id: string; pattern: EventPattern; group?: string };
type Props = { bus: IEventBus; consumer: ServiceFunction; subscriptions: Subscription[]; fifo?: boolean };

/**
 * What turns events of the bus into calls of a function: rules, a queue, its dead-letter queue with an alarm,
 * and the event source. Failures are reported message by message.
 */
export class QueueConsumer extends Construct {
  constructor(scope: Construct, id: string, { bus, consumer, subscriptions, fifo }: Props) {
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
    consumer.lambda.addEventSource(
      new SqsEventSource(queue, { batchSize: 10, reportBatchItemFailures: true }),
    );
    deadLetterAlarm(this, deadLetters, `${consumer.node.id} could not handle an event`);
  }
}

/** The alarm of a dead-letter queue that is not empty; its description leads to the operator's book. */
export function deadLetterAlarm(scope: Construct, queue: Queue, what: string): Alarm {
  return new Alarm(scope, 'DeadLettersAlarm', {
    metric: queue.metricApproximateNumberOfMessagesVisible({
      period: Duration.minutes(1),
      statistic: 'Maximum',
    }),
    threshold: 0,
    comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
    evaluationPeriods: 1,
    treatMissingData: TreatMissingData.NOT_BREACHING,
    alarmDescription: `${what}. See docs/operators-book.md#messages-in-a-dead-letter-queue`,
  });
}
