import { createHash, createHmac } from 'node:crypto';
import { fromEnv } from '@aws-sdk/credential-provider-env';
import { S3RequestPresigner } from '@aws-sdk/s3-request-presigner';
import type { Attachment, Upload } from './attachment/attachment.ts';
import { env } from './env.ts';
import { uploadObject } from './keys.ts';

const { UPLOADS_URL, AWS_REGION } = env('UPLOADS_URL', 'AWS_REGION');

/** How long an address takes an upload, from its first byte on. */
const seconds = 15 * 60;

/**
 * An address that takes just the upload that was announced: S3 refuses another length, another media type and, by
 * If-None-Match, a second one, since all three are signed with it. What was checked can't be replaced.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-presigned-url.html
 */
export async function presignedUpload({ id, mediaType, size }: Attachment, now: Date): Promise<Upload> {
  const url = new URL(`${UPLOADS_URL}/${uploadObject(id)}`);
  const headers = { 'Content-Type': mediaType, 'If-None-Match': '*' };
  const signedHeaders = { host: url.host, ...headers, 'Content-Length': String(size) };
  const request = {
    method: 'PUT',
    protocol: url.protocol,
    hostname: url.hostname,
    path: url.pathname,
    query: {},
    headers: signedHeaders,
  };
  const { query = {} } = await presigner.presign(request, {
    signingDate: now,
    expiresIn: seconds,
    signableHeaders: new Set(Object.keys(signedHeaders).map((name) => name.toLowerCase())),
  });
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, String(value));
  return {
    method: 'PUT',
    url: url.href,
    headers,
    expiresAt: new Date(now.getTime() + seconds * 1000).toISOString(),
  };
}

/** SHA-256, or its HMAC with a secret, as the presigner takes it. */
class Sha256 {
  readonly #digest;

  constructor(secret?: string | ArrayBuffer | ArrayBufferView) {
    this.#digest = secret === undefined ? createHash('sha256') : createHmac('sha256', bytesOf(secret));
  }

  update(data: string | ArrayBuffer | ArrayBufferView): void {
    this.#digest.update(bytesOf(data));
  }

  async digest(): Promise<Uint8Array> {
    return this.#digest.digest();
  }

  reset(): void {}
}

const bytesOf = (data: string | ArrayBuffer | ArrayBufferView): Uint8Array =>
  typeof data === 'string'
    ? Buffer.from(data)
    : ArrayBuffer.isView(data)
      ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
      : new Uint8Array(data);

const presigner = new S3RequestPresigner({ region: AWS_REGION, credentials: fromEnv(), sha256: Sha256 });
