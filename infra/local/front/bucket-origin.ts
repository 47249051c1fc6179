import { cacheTagHeader } from '../../../shared/cache-tags.ts';
import { type Answered, type Asked, answerText } from './exchange.ts';

/** Request headers that S3 answers to. */
const passed = ['if-none-match', 'if-match', 'range'];
const kept = [
  'content-type',
  'content-length',
  'cache-control',
  'etag',
  'last-modified',
  'content-range',
  'accept-ranges',
  'content-disposition',
  // Metadata comes as headers of its own name: what objects are tagged with.
  cacheTagHeader,
];

const climbing = /(^|[/\\])(\.|%2e){1,2}([/\\]|$)/i;
const denied = () => answerText(403, 'application/xml', '<Error><Code>AccessDenied</Code></Error>');

/**
 * Reads a private bucket for CloudFront, as far as `mayGet` says that CloudFront may get a key. What isn't there is 403,
 * not 404, as S3 answers who may get objects and not list them
 * (https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html#API_GetObject_RequestSyntax).
 */
export function bucketOrigin(endpoint: string, bucket: string, mayGet: (key: string) => boolean) {
  return async ({ method, uri, headers }: Asked): Promise<Answered> => {
    // A URL parser would fold these, and lead out of the bucket; S3 takes them for a key that isn't there.
    if (climbing.test(uri)) return denied();
    if (method !== 'GET' && method !== 'HEAD')
      return answerText(405, 'application/xml', '<Error><Code>MethodNotAllowed</Code></Error>');
    if (!mayGet(uri.slice(1))) return denied();
    const response = await fetch(`${endpoint}/${bucket}${uri}`, {
      method,
      // The ETag of a compressed answer is weak; the object's own is what S3 compares.
      headers: Object.fromEntries(
        passed.flatMap((name) => (headers[name] ? [[name, headers[name].replaceAll('W/', '')]] : [])),
      ),
    });
    const body = Buffer.from(await response.arrayBuffer());
    if (response.status === 404) return denied();
    const answered = kept.flatMap((name) =>
      response.headers.has(name) ? [[name, response.headers.get(name) ?? '']] : [],
    );
    const answer = { status: response.status, headers: Object.fromEntries(answered), body };
    return isUnchanged(headers, answer) ? { ...answer, status: 304, body: Buffer.alloc(0) } : answer;
  };
}

/** RFC 9110, section 13.1.3, which counts where there is no ETag to go by; in whole seconds, as dates are written. */
function isUnchanged(asked: Record<string, string>, { status, headers }: Answered): boolean {
  const since = asked['if-none-match'] ? undefined : asked['if-modified-since'];
  return (
    status === 200 && since !== undefined && Date.parse(headers['last-modified'] ?? '') <= Date.parse(since)
  );
}
