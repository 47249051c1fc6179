import { Duration, RemovalPolicy, Validations } from 'aws-cdk-lib';
import { Grant, type IGrantable } from 'aws-cdk-lib/aws-iam';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  CfnBucket,
  HttpMethods,
  ObjectOwnership,
} from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { unusedDays } from '../shared/attachment/attachment.ts';
import { keptPrefix, uploadsPrefix } from '../shared/keys.ts';

/**
 * The private bucket of what is attached to statements. No reader gets anything from it: what is public is copied to the
 * site's bucket. An upload can't be written over, so that there are no versions to keep. What no public statement has
 * used goes by itself, a day after the table has forgotten it.
 */
export class UploadsBucket extends Construct {
  readonly bucket: Bucket;

  constructor(scope: Construct, id: string, { origin }: { origin: string }) {
    super(scope, id);
    this.bucket = new Bucket(this, 'Bucket', {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      removalPolicy: RemovalPolicy.RETAIN,
      lifecycleRules: [{ prefix: uploadsPrefix, expiration: Duration.days(unusedDays + 1) }],
      // The desk sends files from its own pages.
      cors: [
        {
          allowedOrigins: [origin],
          allowedMethods: [HttpMethods.PUT],
          allowedHeaders: ['content-type', 'if-none-match'],
        },
      ],
    });
    // The construct's own `eventBridgeEnabled` would take a function on deployment for what the resource can say.
    const resource = this.bucket.node.defaultChild;
    if (resource instanceof CfnBucket)
      resource.notificationConfiguration = { eventBridgeConfiguration: { eventBridgeEnabled: true } };
    Validations.of(this.bucket).acknowledge({
      id: 'AwsSolutions-S1',
      reason: 'Who announced an upload is in the table; there is nothing else to learn from access logs.',
    });
  }

  /** Where uploads are sent. */
  get url(): string {
    return `https://${this.bucket.bucketRegionalDomainName}`;
  }

  /** Lets a function write what is uploaded: by the addresses that it signs. */
  grantUpload(grantee: IGrantable): void {
    this.grant(grantee, ['s3:PutObject'], uploadsPrefix);
  }

  /** Lets a function read what was uploaded. */
  grantRead(grantee: IGrantable): void {
    this.grant(grantee, ['s3:GetObject'], uploadsPrefix);
  }

  /** Lets a function keep an upload for good, and bring it to the site. */
  grantKeep(grantee: IGrantable): void {
    this.grantRead(grantee);
    this.grant(grantee, ['s3:GetObject', 's3:PutObject'], keptPrefix);
  }

  private grant(grantee: IGrantable, actions: string[], prefix: string): void {
    Grant.addToPrincipal({ grantee, actions, resourceArns: [this.bucket.arnForObjects(`${prefix}*`)] });
  }
}
