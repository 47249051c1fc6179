import { RemovalPolicy } from 'aws-cdk-lib';
import { AttributeType, BillingMode, ProjectionType, StreamViewType, Table } from 'aws-cdk-lib/aws-dynamodb';
import { Grant, type IGrantable } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';

const string = (name: string) => ({ name, type: AttributeType.STRING });

/** The one table: heads and records of statements, addresses, requests (see docs/decisions). */
export class StatementTable extends Construct {
  readonly table: Table;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.table = new Table(this, 'Table', {
      partitionKey: string('pk'),
      sortKey: string('sk'),
      billingMode: BillingMode.PAY_PER_REQUEST,
      stream: StreamViewType.NEW_AND_OLD_IMAGES,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
      timeToLiveAttribute: 'expiresAt',
    });
    this.index('by-creation', 'listed', 'listedAt');
    this.index('live-by-date', 'liveIn', 'liveDate');
    this.index('live-by-publication', 'liveIn', 'livePublished');
    this.index('pending', 'pending', 'pendingSince');
    this.index('due', 'due', 'dueAt');
    this.index('unindexed', 'unindexed', 'unindexedSince');
  }

  /** Grants actions (`GetItem`, `PutItem`…) on the table, and `Query` on the indexes that are named. */
  grant(grantee: IGrantable, actions: string[], indexes: string[] = []): void {
    const { tableArn } = this.table;
    Grant.addToPrincipal({
      grantee,
      actions: actions.map((action) => `dynamodb:${action}`),
      resourceArns: [tableArn],
    });
    if (indexes.length > 0)
      Grant.addToPrincipal({
        grantee,
        actions: ['dynamodb:Query'],
        resourceArns: indexes.map((index) => `${tableArn}/index/${index}`),
      });
  }

  /** Grants `PutItem` in the partitions whose keys begin so, and in no other. */
  grantPutBelow(grantee: IGrantable, prefix: string): void {
    Grant.addToPrincipal({
      grantee,
      actions: ['dynamodb:PutItem'],
      resourceArns: [this.table.tableArn],
      conditions: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': [`${prefix}*`] } },
    });
  }

  private index(indexName: string, partition: string, sort: string): void {
    this.table.addGlobalSecondaryIndex({
      indexName,
      partitionKey: string(partition),
      sortKey: string(sort),
      projectionType: ProjectionType.ALL,
    });
  }
}
