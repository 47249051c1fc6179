import { Duration, Validations } from 'aws-cdk-lib';
import { FilterCriteria, FilterRule, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { DynamoEventSource, SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { headSort } from '../shared/keys.ts';
import type { Newsroom } from './newsroom.ts';
import { deadLetterAlarm } from './queue-consumer.ts';
import { ServiceFunction } from './service-function.ts';

/** The function on the table's stream, which tells the bus of every change of a statement's head. */
export class Relay extends Construct {
  readonly relay: ServiceFunction;
  readonly deadLetters: Queue;

  constructor(scope: Construct, { state }: Newsroom) {
    super(scope, 'Relay');
    const relay = new ServiceFunction(this, 'relay');
    relay.bind('BUS_NAME', state.bus.bus.eventBusName, (grantee) => state.bus.bus.grantPutEventsTo(grantee));

    const deadLetters = new Queue(this, 'DeadLetters', {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    });
    relay.lambda.addEventSource(
      new DynamoEventSource(state.table.table, {
        startingPosition: StartingPosition.TRIM_HORIZON,
        batchSize: 100,
        filters: ['INSERT', 'MODIFY'].map((eventName) =>
          FilterCriteria.filter({
            eventName: FilterRule.isEqual(eventName),
            dynamodb: { Keys: { sk: { S: FilterRule.isEqual(headSort) } } },
          }),
        ),
        reportBatchItemFailures: true,
        bisectBatchOnError: true,
        retryAttempts: 10,
        onFailure: new SqsDlq(deadLetters),
      }),
    );
    Validations.of(deadLetters).acknowledge({
      id: 'AwsSolutions-SQS3',
      reason: 'It is the dead-letter queue of a stream.',
    });
    deadLetterAlarm(this, deadLetters, 'The relay could not tell the bus of a change');
    this.relay = relay;
    this.deadLetters = deadLetters;
  }
}
