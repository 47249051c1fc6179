import { randomUUID } from 'node:crypto';
import { here } from '../place.ts';
import { bucketsOf } from '../stores/buckets.ts';
import type { Objects } from '../stores/objects.ts';
import type { Deployed } from '../template/template.ts';
import type { EventBus } from './event-bus.ts';

/**
 * Lets the account's default bus know of every object that is created in a bucket whose template says so.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/ev-events.html
 */
export async function tellOfObjects(deployed: Deployed, objects: Objects, bus: EventBus): Promise<void> {
  const telling = new Set(bucketsOf(deployed).flatMap(({ name, tells }) => (tells ? [name] : [])));
  await objects.tellOfCreated(({ bucket, key, size, etag, reason }) => {
    if (!telling.has(bucket)) return;
    const detail = {
      version: '0',
      bucket: { name: bucket },
      object: { key, size, etag, sequencer: Date.now().toString(16).toUpperCase() },
      'request-id': randomUUID(),
      requester: here.account,
      reason,
    };
    const entry = { EventBusName: 'default', Source: 'aws.s3', DetailType: 'Object Created' };
    bus.putEvents(JSON.stringify({ Entries: [{ ...entry, Detail: JSON.stringify(detail) }] }));
  });
}
