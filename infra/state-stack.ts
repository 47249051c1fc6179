import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { SiteFile } from '../shared/site-file.ts';
import { StatementBus } from './bus.ts';
import { SearchTable } from './search-table.ts';
import { SignIn } from './sign-in.ts';
import { SiteBucket } from './site-bucket.ts';
import { StatementTable } from './table.ts';
import { UploadsBucket } from './uploads-bucket.ts';

/**
 * What can't be made again: the table with its search index, the buckets, the bus and who may sign in. Termination
 * protected.
 */
export class StateStack extends Stack {
  readonly table: StatementTable;
  readonly search: SearchTable;
  readonly siteBucket: SiteBucket;
  readonly uploads: UploadsBucket;
  readonly bus: StatementBus;
  readonly signIn: SignIn;

  constructor(scope: Construct, id: string, props: StackProps & { site: SiteFile; origin: string }) {
    super(scope, id, { ...props, terminationProtection: true });
    this.table = new StatementTable(this, 'Table');
    this.search = new SearchTable(this, 'Search');
    this.siteBucket = new SiteBucket(this, 'Site');
    this.uploads = new UploadsBucket(this, 'Uploads', { origin: props.origin });
    this.bus = new StatementBus(this, 'Bus');
    this.signIn = new SignIn(this, 'SignIn', { site: props.site, origin: props.origin });
    // The names that the operator's commands take: npm run audit, npm run rebuild.
    new CfnOutput(this, 'TableName', { value: this.table.table.tableName });
    new CfnOutput(this, 'BusName', { value: this.bus.bus.eventBusName });
    new CfnOutput(this, 'UserPoolId', { value: this.signIn.poolId });
    new CfnOutput(this, 'MachinesClientId', { value: this.signIn.machines.userPoolClientId });
  }
}
