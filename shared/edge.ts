import { CloudFrontClient, CreateInvalidationCommand } from '@aws-sdk/client-cloudfront';
import { awsClient } from './aws.ts';

const client = new CloudFrontClient(awsClient);

/**
 * Has the edges forget what they keep: paths, or tags that begin with `#`. The same reference with the same items is the
 * same invalidation, however often it is asked for
 * (https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_InvalidationBatch.html).
 */
export async function invalidate(DistributionId: string, reference: string, items: string[]): Promise<void> {
  const Paths = { Quantity: items.length, Items: items };
  const InvalidationBatch = { CallerReference: reference, Paths };
  await client.send(new CreateInvalidationCommand({ DistributionId, InvalidationBatch }));
}
