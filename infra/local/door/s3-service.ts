import type { Objects } from '../stores/objects.ts';
import { type Asking, type AwsRequest, type Mishaps, type Service, xmlErrors } from './service.ts';

const mishaps: Mishaps = {
  denied: [403, 'AccessDenied'],
  throttled: [503, 'SlowDown'],
  internal: [500, 'InternalError'],
  invalid: [400, 'InvalidRequest'],
};

/** S3, in front of the objects of this machine. Addresses are in path style: `/BUCKET/KEY`. */
export function s3Service(objects: Objects): Service {
  return {
    asking: (request) => asking(request),
    carryOut: ({ url, ...call }) => objects.handle({ ...call, path: url }),
    error: xmlErrors(mishaps, (error) => error),
  };
}

/** They tag an object or open it to others, each by a right of its own. */
const another = ['x-amz-tagging', 'x-amz-acl'];

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-with-s3-policy-actions.html */
function asking({ method, url, headers }: AwsRequest): Asking {
  const { pathname, searchParams } = new URL(url, 'http://s3');
  // With a parameter, or one of those headers, it would be another call.
  const isPlain =
    [...searchParams.keys()].every((name) => name === 'x-id') && !another.some((name) => name in headers);
  const [bucket = '', ...key] = pathname.slice(1).split('/');
  const object = `arn:aws:s3:::${bucket}/${decodeURIComponent(key.join('/'))}`;
  const on = (operation: string, action: string, resource: string) => ({
    operation,
    needs: [{ action: `s3:${action}`, resource }],
  });
  const isBucket = key.join('') === '';
  const isObject = !isBucket && isPlain;
  const source = headers['x-amz-copy-source'];
  if (isObject && method === 'PUT' && source !== undefined)
    return {
      operation: 'CopyObject',
      needs: [
        { action: 's3:GetObject', resource: `arn:aws:s3:::${decodeURIComponent(source).replace(/^\//, '')}` },
        { action: 's3:PutObject', resource: object },
      ],
    };
  if (isObject && method === 'PUT') return on('PutObject', 'PutObject', object);
  if (isObject && method === 'DELETE') return on('DeleteObject', 'DeleteObject', object);
  if (isObject && method === 'GET') return on('GetObject', 'GetObject', object);
  if (isObject && method === 'HEAD') return on('HeadObject', 'GetObject', object);
  if (isBucket && method === 'GET' && searchParams.has('list-type'))
    return on('ListObjectsV2', 'ListBucket', `arn:aws:s3:::${bucket}`);
  throw new Error(`The local stack has no such call of S3: ${method} ${url}`);
}
