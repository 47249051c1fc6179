import * as z from 'zod';
import { type Deployed, ofType } from '../template/template.ts';
import { understood } from '../template/understood.ts';

/** The properties of a bucket that are honoured here, or need nothing here and why. */
const Bucket = z.strictObject({
  /** The disk is the operator's own. */
  BucketEncryption: z.unknown().optional(),
  /** Nobody reads but the front, by the policy. */
  PublicAccessBlockConfiguration: z.unknown().optional(),
  OwnershipControls: z.unknown().optional(),
  /** Uploads go to the site's own origin (front/uploads.ts). */
  CorsConfiguration: z.unknown().optional(),
  /** Nothing here is as old as that. */
  LifecycleConfiguration: z
    .strictObject({
      Rules: z.array(
        z.strictObject({
          ExpirationInDays: z.int().min(30),
          Prefix: z.string(),
          Status: z.literal('Enabled'),
        }),
      ),
    })
    .optional(),
  NotificationConfiguration: z
    .strictObject({ EventBridgeConfiguration: z.strictObject({ EventBridgeEnabled: z.boolean() }) })
    .optional(),
  Tags: z.unknown().optional(),
});

/** The buckets of the templates by name, each with whether it tells EventBridge of its objects. */
export const bucketsOf = (deployed: Deployed): { name: string; tells: boolean }[] =>
  ofType(deployed, 'AWS::S3::Bucket').map((resource) => ({
    name: resource.physicalId,
    tells:
      understood(Bucket, resource).NotificationConfiguration?.EventBridgeConfiguration.EventBridgeEnabled ??
      false,
  }));
