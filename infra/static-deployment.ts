import { RemovalPolicy } from 'aws-cdk-lib';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { BucketDeployment, CacheControl, Source } from 'aws-cdk-lib/aws-s3-deployment';
import { Construct } from 'constructs';
import type { Newsroom } from './newsroom.ts';

/**
 * Brings the files that no publication writes to the site's bucket: hashed assets, which stay for ever since old
 * pages name them, and the desk, the problems page, the API's document and robots.txt, which a deployment replaces.
 */
export class StaticDeployment extends Construct {
  constructor(scope: Construct, { site, state, files }: Newsroom) {
    super(scope, 'Static');
    const destinationBucket = Bucket.fromBucketName(this, 'Bucket', state.siteBucket.bucket.bucketName);
    const logGroup = new LogGroup(this, 'Logs', {
      retention: RetentionDays.ONE_MONTH,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const { issuer, domain, desk } = state.signIn;
    const config = {
      issuer,
      clientId: desk.userPoolClientId,
      authorizationEndpoint: `${domain}/oauth2/authorize`,
      tokenEndpoint: `${domain}/oauth2/token`,
      logoutEndpoint: `${domain}/logout`,
      site: {
        name: site.name,
        languages: site.languages,
        types: site.types,
        topics: site.topics,
        timeZone: site.timeZone,
      },
    };
    const common = { destinationBucket, prune: false, logGroup };
    new BucketDeployment(this, 'Assets', {
      ...common,
      sources: [Source.asset(files.assets)],
      destinationKeyPrefix: 'assets',
      cacheControl: [CacheControl.fromString('public, max-age=31536000, immutable')],
    });
    new BucketDeployment(this, 'Files', {
      ...common,
      sources: [Source.asset(files.files), Source.jsonData('desk/config.json', config)],
      cacheControl: [CacheControl.fromString('public, max-age=0, s-maxage=60, stale-while-revalidate=60')],
    });
  }
}
