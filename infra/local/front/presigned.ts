import { createHash, createHmac } from 'node:crypto';
import { secretAccessKey } from '../place.ts';
import type { Asked } from './exchange.ts';

/** Thrown for a presigned request that S3 would refuse, by the code and message that it would say. */
export class PresignError extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/**
 * Holds a request against the signature in its address, as S3 does, and answers whose function signed it. A header that
 * was signed must come as it was signed: its length and media type, so. Throws `PresignError`.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html
 */
export function signerOf({ method, uri, query, headers }: Asked, now: number): string {
  const given = new URLSearchParams(query);
  const said = (name: string) => {
    const value = given.get(`X-Amz-${name}`);
    if (value === null) throw new PresignError('AccessDenied', `Access Denied: there is no X-Amz-${name}`);
    return value;
  };
  const [credential, date, signature] = [said('Credential'), said('Date'), said('Signature')];
  if (now > instantOf(date) + Number(said('Expires')) * 1000)
    throw new PresignError('AccessDenied', 'Request has expired');
  const [functionName = '', ...scope] = credential.split('/');
  given.delete('X-Amz-Signature');
  const signed = said('SignedHeaders').split(';');
  const canonical = [
    method,
    uri,
    canonicalQuery(given),
    ...signed.map((name) => `${name}:${(headers[name] ?? '').trim().replaceAll(/ +/g, ' ')}`),
    '',
    signed.join(';'),
    'UNSIGNED-PAYLOAD',
  ].join('\n');
  const digest = createHash('sha256').update(canonical).digest('hex');
  const toSign = ['AWS4-HMAC-SHA256', date, scope.join('/'), digest].join('\n');
  const key = scope.reduce<string | Buffer>(hmac, `AWS4${secretAccessKey}`);
  if (hmac(key, toSign).toString('hex') !== signature)
    throw new PresignError('SignatureDoesNotMatch', 'The request is not the one that was signed.');
  return functionName;
}

const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();

/** `20260504T100000Z` in milliseconds. */
const instantOf = (date: string): number =>
  Date.parse(date.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'));

const canonicalQuery = (query: URLSearchParams): string =>
  [...query]
    .map(([name, value]) => `${encoded(name)}=${encoded(value)}`)
    .sort()
    .join('&');

const encoded = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`);
