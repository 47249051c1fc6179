import {
  CopyObjectCommand,
  CreateMultipartUploadCommand,
  DeleteBucketCommand,
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetObjectCommand,
  GetObjectTaggingCommand,
  HeadObjectCommand,
  ListBucketsCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  PutObjectTaggingCommand,
  type S3Client,
} from '@aws-sdk/client-s3';
import { describe, expect, it } from 'vitest';
import { doorFor, type Granted } from './door-in-test.ts';

const bucket = 'arn:aws:s3:::site';
const Bucket = 'site';
const Key = 'en/an é & more.html';
const of = { Bucket, Key };

const granting = async (...granted: Granted[]) => (await doorFor(granted)).s3();

describe('an object', () => {
  it('is written, read, listed and deleted, by its key as it is', async () => {
    const s3 = (await doorFor()).s3();
    await s3.send(new PutObjectCommand({ ...of, Body: 'said', CacheControl: 'max-age=5' }));
    const got = await s3.send(new GetObjectCommand(of));
    expect([await got.Body?.transformToString(), got.CacheControl]).toEqual(['said', 'max-age=5']);
    expect((await s3.send(new HeadObjectCommand(of))).ContentLength).toBe(4);
    const listed = await s3.send(new ListObjectsV2Command({ Bucket, Prefix: 'en/' }));
    expect(listed.Contents?.map((one) => one.Key)).toEqual([Key]);
    await s3.send(new DeleteObjectCommand(of));
    await expect(s3.send(new GetObjectCommand(of))).rejects.toMatchObject({ name: 'NoSuchKey' });
  });

  const calls: Record<string, (s3: S3Client) => Promise<unknown>> = {
    's3:PutObject': (s3) => s3.send(new PutObjectCommand({ ...of, Body: 'x' })),
    's3:GetObject': (s3) => s3.send(new GetObjectCommand(of)),
    's3:DeleteObject': (s3) => s3.send(new DeleteObjectCommand(of)),
  };
  it.each(Object.entries(calls))('asks for %s on its ARN', async (action, send) => {
    const others = Object.keys(calls).filter((one) => one !== action);
    await expect(send(await granting({ Action: others, Resource: `${bucket}/*` }))).rejects.toMatchObject({
      name: 'AccessDenied',
      message: expect.stringContaining(`${action} on resource: ${bucket}/${Key}`),
      $metadata: { httpStatusCode: 403 },
    });
  });

  it('has its head by the right to get it, refused without words, as it has no body', async () => {
    const refused = await granting({ Action: 's3:PutObject', Resource: `${bucket}/*` });
    await expect(refused.send(new HeadObjectCommand(of))).rejects.toMatchObject({
      $metadata: { httpStatusCode: 403 },
    });
    const granted = await granting({ Action: ['s3:GetObject', 's3:PutObject'], Resource: `${bucket}/*` });
    await granted.send(new PutObjectCommand({ ...of, Body: 'said' }));
    expect((await granted.send(new HeadObjectCommand(of))).ContentLength).toBe(4);
  });

  it('is granted below a prefix alone, where the statement says so', async () => {
    const s3 = await granting({ Action: 's3:PutObject', Resource: `${bucket}/en/*` });
    await expect(s3.send(new PutObjectCommand({ ...of, Body: 'x' }))).resolves.toBeDefined();
    await expect(s3.send(new PutObjectCommand({ Bucket, Key: 'fr/a', Body: 'x' }))).rejects.toThrow(
      `${bucket}/fr/a`,
    );
  });
});

describe('a copy', () => {
  const CopySource = `${Bucket}/${encodeURIComponent(Key)}`;
  const copy = new CopyObjectCommand({ Bucket, Key: 'fr/copy', CopySource });

  it('is of the bytes, with the headers that are given or those of its source', async () => {
    const s3 = (await doorFor()).s3();
    await s3.send(new PutObjectCommand({ ...of, Body: 'said', CacheControl: 'max-age=5' }));
    await s3.send(copy);
    const given = {
      MetadataDirective: 'REPLACE',
      ContentType: 'text/csv',
      ContentDisposition: 'inline',
    } as const;
    await s3.send(new CopyObjectCommand({ Bucket, Key: 'fr/given', CopySource, ...given }));
    const [same, changed] = [
      await s3.send(new GetObjectCommand({ Bucket, Key: 'fr/copy' })),
      await s3.send(new GetObjectCommand({ Bucket, Key: 'fr/given' })),
    ];
    expect([await same.Body?.transformToString(), same.CacheControl]).toEqual(['said', 'max-age=5']);
    expect([
      await changed.Body?.transformToString(),
      changed.ContentType,
      changed.ContentDisposition,
    ]).toEqual(['said', 'text/csv', 'inline']);
  });

  it('takes the right to get the one and the right to put the other', async () => {
    const getting = await granting({ Action: 's3:GetObject', Resource: `${bucket}/*` });
    await expect(getting.send(copy)).rejects.toThrow(`s3:PutObject on resource: ${bucket}/fr/copy`);
    const putting = await granting({ Action: 's3:PutObject', Resource: `${bucket}/*` });
    await expect(putting.send(copy)).rejects.toThrow(`s3:GetObject on resource: ${bucket}/${Key}`);
  });
});

it('a listing asks for the right to the bucket, not to its objects', async () => {
  const list = new ListObjectsV2Command({ Bucket });
  const objects = await granting({ Action: 's3:*', Resource: `${bucket}/*` });
  await expect(objects.send(list)).rejects.toThrow(`s3:ListBucket on resource: ${bucket} `);
  const listing = await granting({ Action: 's3:ListBucket', Resource: bucket });
  expect((await listing.send(list)).KeyCount).toBe(0);
});

describe('a call that the stack does not have is refused, whatever the role may:', () => {
  const calls: Record<string, (s3: S3Client) => Promise<unknown>> = {
    ListBuckets: (s3) => s3.send(new ListBucketsCommand({})),
    DeleteBucket: (s3) => s3.send(new DeleteBucketCommand({ Bucket })),
    DeleteObjects: (s3) => s3.send(new DeleteObjectsCommand({ Bucket, Delete: { Objects: [{ Key }] } })),
    CreateMultipartUpload: (s3) => s3.send(new CreateMultipartUploadCommand(of)),
    GetObjectTagging: (s3) => s3.send(new GetObjectTaggingCommand(of)),
    PutObjectTagging: (s3) => s3.send(new PutObjectTaggingCommand({ ...of, Tagging: { TagSet: [] } })),
    'PutObject with tags': (s3) => s3.send(new PutObjectCommand({ ...of, Body: 'x', Tagging: 'a=b' })),
    'PutObject for everybody': (s3) =>
      s3.send(new PutObjectCommand({ ...of, Body: 'x', ACL: 'public-read' })),
  };

  it.each(Object.entries(calls))('%s', async (_, send) => {
    await expect(send((await doorFor()).s3())).rejects.toMatchObject({
      name: 'InvalidRequest',
      message: expect.stringContaining('The local stack has no such call of S3'),
    });
  });
});
