import { expect, it, vi } from 'vitest';
import { uploads } from '../../../../infra/local/front/uploads.ts';
import { Permissions } from '../../../../infra/local/permissions/permissions.ts';
import { storesWith } from '../stores/stores-in-test.ts';
import { askedFor } from './asked.ts';
import { resource } from './resource.ts';

// Read once, when the module is: it is what a function of a local stack finds.
vi.stubEnv('UPLOADS_URL', 'http://localhost:4000/_local/s3/local');
vi.stubEnv('AWS_ACCESS_KEY_ID', 'api');
vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'local');
const { presignedUpload } = await import('../../../../shared/presigned-upload.ts');

const role = 'arn:aws:iam::000000000000:role/api';
const policy = (Resource: string) =>
  resource(
    'IAM::Role',
    'api-role',
    {
      AssumeRolePolicyDocument: { Version: '2012-10-17', Statement: [] },
      Policies: [
        {
          PolicyDocument: {
            Version: '2012-10-17',
            Statement: [{ Effect: 'Allow', Action: 's3:PutObject', Resource }],
          },
        },
      ],
    },
    role,
  );
const bytes = Buffer.from('%PDF-1.7');
const attachment = {
  id: 'a1',
  name: 'a.pdf',
  file: 'a.pdf',
  mediaType: 'application/pdf',
  size: bytes.length,
  state: 'awaiting-upload' as const,
  createdAt: '2026-05-04T10:00:00Z',
  createdBy: { sub: 's', name: 'Ada' },
};

/**
 * The place of a bucket here, with what the role of the function may do; and a request that its address was signed for.
 */
async function place(granted = 'arn:aws:s3:::local/uploads/*') {
  const stores = await storesWith([resource('S3::Bucket', 'local', {})]);
  const permissions = new Permissions({ resources: [policy(granted)] });
  const take = uploads({ objects: stores.objects, roleOf: () => role, permissions });
  const { url, headers } = await presignedUpload(attachment, new Date());
  const { pathname, search, host } = new URL(url);
  const request = askedFor(pathname, {
    method: 'PUT',
    query: search.slice(1),
    headers: {
      host,
      'content-length': String(bytes.length),
      ...Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value])),
    },
    body: bytes,
  });
  return { take, request, stores };
}
const textOf = async (answered: Promise<{ status: number; body: Buffer }>) => {
  const { status, body } = await answered;
  return [status, /<Code>(\w+)</.exec(String(body))?.[1]];
};

it('takes what was signed, once', async () => {
  const { take, request, stores } = await place();
  expect((await take(request)).status).toBe(200);
  const get = { method: 'GET', path: '/local/uploads/a1', headers: {}, body: '' };
  expect((await stores.objects.handle(get)).body).toEqual(bytes);
  expect(await textOf(take(request))).toEqual([412, 'PreconditionFailed']);
});

it.each([
  ['another length', { 'content-length': '9' }],
  ['another media type', { 'content-type': 'text/html' }],
  ['leave to write over', { 'if-none-match': '' }],
  ['another host', { host: 'press.example' }],
])('refuses %s', async (_, headers) => {
  const { take, request } = await place();
  const changed = { ...request, headers: { ...request.headers, ...headers } };
  expect(await textOf(take(changed))).toEqual([403, 'SignatureDoesNotMatch']);
});

it('refuses another address, another method, and no signature', async () => {
  const { take, request } = await place();
  const elsewhere = { ...request, uri: request.uri.replace('a1', 'a2') };
  expect(await textOf(take(elsewhere))).toEqual([403, 'SignatureDoesNotMatch']);
  expect(await textOf(take({ ...request, method: 'GET' }))).toEqual([405, 'MethodNotAllowed']);
  expect(await textOf(take({ ...request, query: '' }))).toEqual([403, 'AccessDenied']);
});

it('refuses an address after its time, and one that was signed without the right to', async () => {
  const { take, request } = await place();
  vi.useFakeTimers({ now: Date.now() + 16 * 60_000, toFake: ['Date'] });
  expect(await textOf(take(request))).toEqual([403, 'AccessDenied']);
  vi.useRealTimers();
  const other = await place('arn:aws:s3:::local/kept/*');
  expect(await textOf(other.take(other.request))).toEqual([403, 'AccessDenied']);
});
