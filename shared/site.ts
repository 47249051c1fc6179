import { DeleteObjectCommand, ListObjectsV2Command, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { awsClient } from './aws.ts';
import { cacheTagName, objectTag } from './cache-tags.ts';

const client = new S3Client(awsClient);

/** An object of the site: its key, what it says, its media type and cache header. */
export type SiteObject = { key: string; body: string; type: string; cacheControl: string };

/** Makes objects of one cache header: all that the site is written in is text. */
export const textObjects =
  (cacheControl: string) =>
  (key: string, type: string, body: string): SiteObject => ({
    key,
    body,
    type: `${type}; charset=utf-8`,
    cacheControl,
  });

/** Writes objects of the site, all at once; each replaces the one of its key. */
export async function writeObjects(Bucket: string, objects: SiteObject[]): Promise<void> {
  await Promise.all(
    objects.map(({ key, body, type, cacheControl }) =>
      client.send(
        new PutObjectCommand({
          Bucket,
          Key: key,
          Body: body,
          ContentType: type,
          CacheControl: cacheControl,
          Metadata: tagged(key),
        }),
      ),
    ),
  );
}

/** The metadata of an object: the tag that it leaves the edges by. */
export function tagged(key: string): Record<string, string> {
  const tag = objectTag(key);
  return tag ? { [cacheTagName]: tag } : {};
}

/** What a listing says of an object: its key, and when it was written. */
export type Listed = { key: string; written: Date };

/** Every object whose key begins so. What was written or removed before is seen at once. */
export async function listObjects(Bucket: string, Prefix: string): Promise<Listed[]> {
  const listed: Listed[] = [];
  for (let next: string | undefined, first = true; first || next; first = false) {
    const request = { Bucket, Prefix, ...(next && { ContinuationToken: next }) };
    const answer = await client.send(new ListObjectsV2Command(request));
    for (const { Key, LastModified } of answer.Contents ?? [])
      if (Key !== undefined && LastModified) listed.push({ key: Key, written: LastModified });
    next = answer.NextContinuationToken;
  }
  return listed;
}

/** Removes objects of the site, all at once; one that isn't there is no error. */
export async function deleteObjects(Bucket: string, keys: string[]): Promise<void> {
  await Promise.all(keys.map((Key) => client.send(new DeleteObjectCommand({ Bucket, Key }))));
}
