import { Duration } from 'aws-cdk-lib';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { Construct } from 'constructs';
import type { Newsroom } from './newsroom.ts';
import { ServiceFunction } from './service-function.ts';

/** The function that, every minute, sends again what committed and is not on the site. */
export class Sweep extends Construct {
  constructor(scope: Construct, { state, files }: Newsroom) {
    super(scope, 'Sweep');
    const sweep = new ServiceFunction(this, 'sweep', { timeout: Duration.seconds(50) });
    sweep
      .bind('TABLE_NAME', state.table.table.tableName, (grantee) =>
        state.table.grant(grantee, ['GetItem'], ['pending']),
      )
      .bind('BUS_NAME', state.bus.bus.eventBusName, (grantee) => state.bus.bus.grantPutEventsTo(grantee))
      .bind('STYLE_PATH', files.style);
    new Rule(this, 'EveryMinute', {
      schedule: Schedule.rate(Duration.minutes(1)),
      targets: [new LambdaFunction(sweep.lambda)],
    });
  }
}
