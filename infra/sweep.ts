import { Duration } from 'aws-cdk-lib';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { Construct } from 'constructs';
import { alarm } from './alarm.ts';
import type { Newsroom } from './newsroom.ts';
import { ownMetric } from './own-metric.ts';
import { ServiceFunction } from './service-function.ts';

/**
 * The function that, every minute, sends again what committed and is not on the site or in the search index, and hands
 * over what is due.
 */
export class Sweep extends Construct {
  readonly sweep: ServiceFunction;

  constructor(scope: Construct, { state, files }: Newsroom) {
    super(scope, 'Sweep');
    const sweep = new ServiceFunction(this, 'sweep', { timeout: Duration.seconds(50) });
    sweep
      .bind('TABLE_NAME', state.table.table.tableName, (grantee) =>
        state.table.grant(grantee, ['GetItem'], ['pending', 'due', 'unindexed']),
      )
      .bind('BUS_NAME', state.bus.bus.eventBusName, (grantee) => state.bus.bus.grantPutEventsTo(grantee))
      .bind('STYLE_PATH', files.style);
    new Rule(this, 'EveryMinute', {
      schedule: Schedule.rate(Duration.minutes(1)),
      targets: [new LambdaFunction(sweep.lambda)],
    });
    this.sweep = sweep;
    alarm(this, 'SilenceAlarm', {
      metric: sweep.lambda.metricInvocations({ statistic: 'Sum', period: Duration.minutes(5) }),
      under: 1,
      silence: true,
      says: 'The sweep has not run for five minutes',
      heading: 'the-sweep-is-silent',
    });
    alarm(this, 'WaitingAlarm', {
      metric: ownMetric('sweep', 'PublicationsWaiting', {
        statistic: 'Minimum',
        period: Duration.minutes(1),
      }),
      over: 0,
      periods: 5,
      says: 'A publication has not reached the site for five minutes',
      heading: 'a-publication-waits-for-the-site',
    });
  }
}
