import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Answered, Asked } from './exchange.ts';

/** What CloudFront compresses: these types, from 1,000 to 10,000,000 bytes. */
const types = /^(text\/|application\/(json|javascript|xml|atom\+xml|rss\+xml|problem\+json)|image\/svg)/;

/**
 * Compresses an answer as CloudFront does, whose ETag is then a weak one.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/ServingCompressedFiles.html
 */
export function compressed({ headers }: Asked, answer: Answered): Answered {
  const { length } = answer.body;
  const accepted = headers['accept-encoding'] ?? '';
  if (
    answer.status !== 200 ||
    length < 1000 ||
    length > 10_000_000 ||
    !types.test(answer.headers['content-type'] ?? '')
  )
    return answer;
  const encoding = ['br', 'gzip'].find((one) => accepts(accepted, one));
  if (!encoding) return answer;
  const body =
    encoding === 'br'
      ? brotliCompressSync(answer.body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } })
      : gzipSync(answer.body);
  const { 'content-length': _, etag = '', ...rest } = answer.headers;
  return {
    ...answer,
    body,
    headers: {
      ...rest,
      'content-encoding': encoding,
      vary: 'Accept-Encoding',
      ...(etag && { etag: etag.replace(/^"/, 'W/"') }),
    },
  };
}

/** Whether Accept-Encoding names a coding, and not to refuse it (RFC 9110, section 12.5.3). */
const accepts = (header: string, coding: string): boolean =>
  header.split(',').some((one) => {
    const [name, weight = ''] = one.trim().split(/\s*;\s*/);
    return name === coding && !/^q=0(\.0*)?$/.test(weight);
  });
