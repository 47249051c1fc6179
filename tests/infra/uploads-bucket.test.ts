import { expect, it } from 'vitest';
import { UploadsBucket } from '../../infra/uploads-bucket.ts';
import { templateOf, theOnly } from './synthesised.ts';

const template = templateOf(
  (stack) => new UploadsBucket(stack, 'Uploads', { origin: 'https://press.example' }),
);
const bucket = theOnly(template, 'AWS::S3::Bucket');

it('is private and encrypted, and refuses plain HTTP', () => {
  expect(bucket).toMatchObject({
    PublicAccessBlockConfiguration: {
      BlockPublicAcls: true,
      BlockPublicPolicy: true,
      IgnorePublicAcls: true,
      RestrictPublicBuckets: true,
    },
    OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] },
    BucketEncryption: {
      ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }],
    },
  });
  expect(JSON.stringify(theOnly(template, 'AWS::S3::BucketPolicy'))).toMatch(
    /"Action":"s3:\*","Condition":\{"Bool":\{"aws:SecureTransport":"false"\}\},"Effect":"Deny"/,
  );
});

it('forgets what was never used, a day after the table, and never what was public', () => {
  expect(bucket['LifecycleConfiguration']).toEqual({
    Rules: [{ ExpirationInDays: 401, Prefix: 'uploads/', Status: 'Enabled' }],
  });
});

it('takes files from the desk’s own pages, and from no other site’s', () => {
  expect(bucket['CorsConfiguration']).toEqual({
    CorsRules: [
      {
        AllowedHeaders: ['content-type', 'if-none-match'],
        AllowedMethods: ['PUT'],
        AllowedOrigins: ['https://press.example'],
      },
    ],
  });
});

it('tells EventBridge of what arrives, with no function on deployment', () => {
  expect(bucket['NotificationConfiguration']).toEqual({
    EventBridgeConfiguration: { EventBridgeEnabled: true },
  });
  expect(template.findResources('AWS::Lambda::Function')).toEqual({});
});
