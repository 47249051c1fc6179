import type { HttpAnswer, HttpCall } from './http-call.ts';

/** What fauxqs takes in one request, in bytes, with something to spare: its limit is 11 MiB, where S3's is 5 GiB. */
export const mostAtOnce = 8 * 1024 * 1024;

type Send = (call: HttpCall) => Promise<HttpAnswer>;

/** Puts an object that is too large for one request to fauxqs, as a multipart upload of it. */
export async function putInParts(
  { path, headers, body }: HttpCall & { body: Buffer },
  send: Send,
): Promise<HttpAnswer> {
  const begun = await send({ method: 'POST', path: `${path}?uploads=`, headers, body: '' });
  const [, uploadId = ''] = /<UploadId>([^<]+)</.exec(String(begun.body)) ?? [];
  const parts: string[] = [];
  for (let start = 0; start < body.length; start += mostAtOnce) {
    const partNumber = parts.length + 1;
    const part = await send({
      method: 'PUT',
      path: `${path}?partNumber=${partNumber}&uploadId=${uploadId}`,
      headers: {},
      body: body.subarray(start, start + mostAtOnce),
    });
    if (part.status !== 200) return part;
    const etag = (part.headers.etag ?? '').replaceAll('"', '&quot;');
    parts.push(`<Part><PartNumber>${partNumber}</PartNumber><ETag>${etag}</ETag></Part>`);
  }
  const whole = `<CompleteMultipartUpload>${parts.join('')}</CompleteMultipartUpload>`;
  const xml = { 'content-type': 'application/xml' };
  const done = await send({
    method: 'POST',
    path: `${path}?uploadId=${uploadId}`,
    headers: xml,
    body: whole,
  });
  const [, etag = ''] = /<ETag>([^<]+)</.exec(String(done.body)) ?? [];
  return done.status === 200
    ? { status: 200, headers: { etag: etag.replaceAll('&quot;', '"') }, body: Buffer.alloc(0) }
    : done;
}
