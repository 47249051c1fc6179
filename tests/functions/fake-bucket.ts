/** The buckets in one memory, behind a mocked client: the requests of `shared/site.ts` and `shared/uploads.ts`. */
import { Readable } from 'node:stream';
import {
  CopyObjectCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { mockClient } from 'aws-sdk-client-mock';

export function fakeBucket() {
  const objects = new Map<string, string>();
  const written = new Map<string, Date>();
  const clock = { now: '2026-05-04T10:00:00.000Z' };
  const client = mockClient(S3Client);
  client.on(PutObjectCommand).callsFake(({ Key, Body }) => {
    objects.set(Key, String(Body));
    written.set(Key, new Date(clock.now));
    return {};
  });
  client.on(CopyObjectCommand).callsFake(({ Key, CopySource }) => {
    const [, ...source] = CopySource.split('/');
    const body = objects.get(source.join('/'));
    if (body === undefined) throw new Error(`The fake bucket has no ${CopySource}`);
    objects.set(Key, body);
    written.set(Key, new Date(clock.now));
    return {};
  });
  client.on(GetObjectCommand).callsFake(({ Key }) => ({ Body: Readable.from([objects.get(Key) ?? '']) }));
  client.on(DeleteObjectCommand).callsFake(({ Key }) => {
    objects.delete(Key);
    return {};
  });
  // Two to a page, so that a listing has several.
  client.on(ListObjectsV2Command).callsFake(({ Prefix, ContinuationToken: start = 0 }) => {
    const keys = [...objects.keys()].filter((key) => key.startsWith(Prefix)).sort();
    const next = Number(start) + 2;
    return {
      Contents: keys.slice(Number(start), next).map((Key) => ({ Key, LastModified: written.get(Key) })),
      ...(next < keys.length && { NextContinuationToken: String(next) }),
    };
  });
  return { objects, written, client, clock };
}
