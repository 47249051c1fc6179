import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { Archive, EventBus } from 'aws-cdk-lib/aws-events';
import { Construct } from 'constructs';
import { eventSource } from '../shared/events.ts';

/** The bus that tells of every change, with an archive of what was told. */
export class StatementBus extends Construct {
  readonly bus: EventBus;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.bus = new EventBus(this, 'Bus', { description: 'Every change of a statement' });
    this.bus.applyRemovalPolicy(RemovalPolicy.RETAIN);
    const archive = new Archive(this, 'Archive', {
      sourceEventBus: this.bus,
      eventPattern: { source: [eventSource] },
      retention: Duration.days(365),
    });
    archive.applyRemovalPolicy(RemovalPolicy.RETAIN);
  }
}
