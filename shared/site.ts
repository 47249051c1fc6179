import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';

const client = new S3Client();

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
        new PutObjectCommand({ Bucket, Key: key, Body: body, ContentType: type, CacheControl: cacheControl }),
      ),
    ),
  );
}
