import { CreateInvalidationCommand, ListDistributionsCommand } from '@aws-sdk/client-cloudfront';
import { describe, expect, it } from 'vitest';
import { doorFor, edgeArn } from './door-in-test.ts';

const invalidation = (Items: string[], CallerReference = 'reef-1', DistributionId = 'edge') =>
  new CreateInvalidationCommand({
    DistributionId,
    InvalidationBatch: { CallerReference, Paths: { Quantity: Items.length, Items } },
  });

describe('an invalidation', () => {
  it('is noted and answered as CloudFront does', async () => {
    const { cloudfront, invalidations } = await doorFor();
    const { Invalidation } = await cloudfront().send(invalidation(['#lists-en', '/a&b/*']));
    expect(Invalidation).toMatchObject({
      Status: 'InProgress',
      InvalidationBatch: { CallerReference: 'reef-1', Paths: { Items: ['#lists-en', '/a&b/*'] } },
    });
    expect(invalidations).toMatchObject([{ reference: 'reef-1', items: ['#lists-en', '/a&b/*'] }]);
  });

  it('is the same one by the same reference', async () => {
    const { cloudfront, invalidations } = await doorFor();
    for (const reference of ['reef-1', 'reef-1', 'reef-2'])
      await cloudfront().send(invalidation(['#lists-en'], reference));
    expect(invalidations.map(({ reference }) => reference)).toEqual(['reef-2', 'reef-1']);
  });

  it.each([
    ['nothing', invalidation([])],
    ['what is no address and no tag', invalidation(['en/'])],
    ['a tag with a comma, which would be two', invalidation(['#a,b'])],
    ['another distribution', invalidation(['/*'], 'reef-1', 'other')],
    ['another call', new ListDistributionsCommand({})],
  ])('is refused for %s', async (_, command) => {
    const { cloudfront, invalidations } = await doorFor();
    await expect(cloudfront().send(command as CreateInvalidationCommand)).rejects.toMatchObject({
      name: 'InvalidArgument',
    });
    expect(invalidations).toEqual([]);
  });

  it('takes the right to the very distribution', async () => {
    const { cloudfront } = await doorFor([
      { Action: 'cloudfront:CreateInvalidation', Resource: edgeArn('other') },
    ]);
    await expect(cloudfront().send(invalidation(['/*']))).rejects.toMatchObject({
      name: 'AccessDenied',
      message: expect.stringContaining(edgeArn('edge')),
    });
  });
});
