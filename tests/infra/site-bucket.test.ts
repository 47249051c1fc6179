import { expect, it } from 'vitest';
import { SiteBucket } from '../../infra/site-bucket.ts';
import { templateOf, theOnly } from './synthesised.ts';

const bucket = theOnly(
  templateOf((stack) => new SiteBucket(stack, 'Site')),
  'AWS::S3::Bucket',
);

it('is private, whatever a policy or an object says', () => {
  expect(bucket).toMatchObject({
    PublicAccessBlockConfiguration: {
      BlockPublicAcls: true,
      BlockPublicPolicy: true,
      IgnorePublicAcls: true,
      RestrictPublicBuckets: true,
    },
    OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] },
  });
  expect(bucket['WebsiteConfiguration']).toBeUndefined();
});

it('is encrypted at rest', () => {
  expect(bucket['BucketEncryption']).toEqual({
    ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }],
  });
});

it('keeps no versions, in which a removed text would live on', () => {
  expect(bucket['VersioningConfiguration']).toBeUndefined();
});
