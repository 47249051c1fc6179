import { Readable } from 'node:stream';
import { CopyObjectCommand, GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import type { Attachment } from './attachment/attachment.ts';
import { dispositionOf } from './attachment/disposition.ts';
import { isText } from './attachment/media-types.ts';
import { awsClient } from './aws.ts';
import { caching } from './caching.ts';
import { keptObject, uploadObject } from './keys.ts';
import { tagged } from './site.ts';

/** S3 answers a copy when it is done, which takes seconds for 100 MB. */
const patient = { ...awsClient.requestHandler, requestTimeout: 30_000 };
const client = new S3Client({ ...awsClient, requestHandler: patient });

/** The bytes of an upload, as they arrived. */
export async function readUpload(Bucket: string, id: string): Promise<Readable> {
  const { Body } = await client.send(new GetObjectCommand({ Bucket, Key: uploadObject(id) }));
  if (Body instanceof Readable) return Body;
  throw new Error(`The upload ${id} has no body`);
}

/** Keeps an upload for good, out of reach of the lifecycle that removes unused ones. */
export async function keepUpload(Bucket: string, id: string): Promise<void> {
  const CopySource = `${Bucket}/${uploadObject(id)}`;
  await client.send(new CopyObjectCommand({ Bucket, Key: keptObject(id), CopySource }));
}

/** Copies what is kept into the site's bucket, with the headers that readers get. */
export async function publishKept(
  { uploads, site, key }: { uploads: string; site: string; key: string },
  attachment: Attachment,
): Promise<void> {
  const { id, mediaType } = attachment;
  await client.send(
    new CopyObjectCommand({
      Bucket: site,
      Key: key,
      CopySource: `${uploads}/${keptObject(id)}`,
      MetadataDirective: 'REPLACE',
      ContentType: isText(mediaType) ? `${mediaType}; charset=utf-8` : mediaType,
      ContentDisposition: dispositionOf(attachment),
      CacheControl: caching.file,
      Metadata: tagged(key),
    }),
  );
}
