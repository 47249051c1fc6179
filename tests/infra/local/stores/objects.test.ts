import { expect, it } from 'vitest';
import { ObjectJournal } from '../../../../infra/local/stores/object-journal.ts';
import type { Created } from '../../../../infra/local/stores/objects.ts';
import { Stores } from '../../../../infra/local/stores/stores.ts';
import { resource } from '../front/resource.ts';
import { temporary } from '../temporary.ts';
import { storesWith } from './stores-in-test.ts';

const bucket = resource('S3::Bucket', 'site', {});
const put = (stores: Stores, key: string, body: string | Buffer, headers: Record<string, string> = {}) =>
  stores.objects.handle({ method: 'PUT', path: `/site/${key}`, headers, body });
const get = async (stores: Stores, key: string) =>
  stores.objects.handle({ method: 'GET', path: `/site/${key}`, headers: {}, body: '' });

it('is written once where it must be new, however many want to', async () => {
  const stores = await storesWith([bucket]);
  const isNew = { 'if-none-match': '*' };
  const answers = await Promise.all(['a', 'b', 'c'].map((body) => put(stores, 'key', body, isNew)));
  expect(answers.map(({ status }) => status)).toEqual([200, 409, 409]);
  expect((await put(stores, 'key', 'd', isNew)).status).toBe(412);
  expect(String((await get(stores, 'key')).body)).toBe('a');
});

it('of more than fauxqs takes at once is whole, with its headers', async () => {
  const stores = await storesWith([bucket]);
  const bytes = Buffer.alloc(20_000_001, 'All is calm. ');
  const headers = {
    'content-type': 'text/csv',
    'cache-control': 'max-age=5',
    'content-disposition': 'inline',
  };
  const { status, headers: answered } = await put(stores, 'large', bytes, headers);
  const got = await get(stores, 'large');
  expect([status, got.status, got.headers.etag]).toEqual([200, 200, answered.etag]);
  expect(got.body.equals(bytes)).toBe(true);
  expect(got.headers).toMatchObject(headers);
});

it('is told of before its PUT is answered, by the key that it has', async () => {
  const stores = await storesWith([bucket]);
  const created: Created[] = [];
  await stores.objects.tellOfCreated((one) => void created.push(one));
  await put(stores, 'en/an%20%C3%A9.txt', 'said');
  expect(created).toMatchObject([{ bucket: 'site', key: 'en/an é.txt', size: 4, reason: 'PutObject' }]);
  await put(stores, 'copy', '', { 'x-amz-copy-source': 'site/en/an%20%C3%A9.txt' });
  expect(created[1]).toMatchObject({ key: 'copy', size: 4, reason: 'CopyObject' });
  expect((await put(stores, 'copy', '', { 'x-amz-copy-source': 'site/nothing' })).status).toBe(404);
  expect(created).toHaveLength(2);
});

it('is told of on the next start if a kill -9 cut it off', async () => {
  const folder = temporary();
  const first = await storesWith([bucket], folder);
  const journal = new ObjectJournal(`${folder}/stores/s3-journal`);
  const cutOff = { path: '/site/late', headers: { 'if-none-match': '*' }, body: Buffer.from('late') };
  void journal.around(cutOff, () => new Promise<never>(() => undefined));
  await expect.poll(() => journal.unfinished()).toHaveLength(1);
  first.stop();
  const second = await Stores.start(`${folder}/stores`);
  const created: Created[] = [];
  await second.objects.tellOfCreated((one) => void created.push(one));
  expect(created).toMatchObject([{ key: 'late', size: 4 }]);
  second.stop();
});
