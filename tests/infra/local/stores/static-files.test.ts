import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { here } from '../../../../infra/local/place.ts';
import { deployStaticFiles } from '../../../../infra/local/stores/static-files.ts';
import { Assets } from '../../../../infra/local/template/assets.ts';
import { resource } from '../front/resource.ts';
import { temporary } from '../temporary.ts';
import { storesWith } from './stores-in-test.ts';

/** Carries out a deployment of two sources with these files; answers a way to read the bucket. */
async function deployed(files: Record<string, string>, changes: Record<string, unknown> = {}) {
  const folder = temporary();
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  const manifest = { one: { source: { path: 'one' } }, two: { source: { path: 'two' } } };
  writeFileSync(join(folder, 'static.assets.json'), JSON.stringify({ files: manifest }));
  for (const source of ['one', 'two']) mkdirSync(join(folder, source), { recursive: true });
  const deployment = {
    ...resource('x', 'static', {
      ServiceToken: 'provider',
      SourceObjectKeys: ['one.zip', 'two.zip'],
      DestinationBucketName: 'site',
      Prune: false,
      SystemMetadata: { 'cache-control': 'public, max-age=60' },
      ...changes,
    }),
    type: 'Custom::CDKBucketDeployment',
  };
  const stores = await storesWith([resource('S3::Bucket', 'site', {})]);
  const { endpoint } = stores;
  const place = { ...here, origin: 'http://localhost:4000', queues: endpoint };
  await deployStaticFiles({ resources: [deployment] }, new Assets(folder, ['static']), endpoint, place);
  return (key: string) => fetch(`${stores.endpoint}/site/${key}`);
}

describe('static files', () => {
  it('are in the bucket with their type and the cache header of the template', async () => {
    const get = await deployed({ 'one/desk/index.html': '<p>desk', 'two/robots.txt': 'Disallow: /api/' });
    const page = await get('desk/index.html');
    expect(await page.text()).toBe('<p>desk');
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(page.headers.get('cache-control')).toBe('public, max-age=60');
    expect((await get('robots.txt')).headers.get('content-type')).toBe('text/plain; charset=utf-8');
  });

  it.each([
    ['css', 'text/css; charset=utf-8'],
    ['js', 'text/javascript; charset=utf-8'],
    ['json', 'application/json'],
    ['svg', 'image/svg+xml'],
    ['bin', 'application/octet-stream'],
  ])('.%s is %s', async (extension, type) => {
    const get = await deployed({ [`one/file.${extension}`]: '{}' });
    expect((await get(`file.${extension}`)).headers.get('content-type')).toBe(type);
  });

  it('go below the prefix', async () => {
    const get = await deployed({ 'one/site.css': 'a{}' }, { DestinationBucketKeyPrefix: 'assets' });
    expect((await get('assets/site.css')).status).toBe(200);
  });

  it('say what only the deployment knew, in the place of its marker, in their own source alone', async () => {
    const get = await deployed(
      { 'one/a.json': '"<<marker:0>>"', 'two/b.json': '"<<marker:0>> <<marker:0>>"' },
      { SourceMarkers: [{}, { '<<marker:0>>': 'desk' }] },
    );
    expect(await (await get('a.json')).text()).toBe('"<<marker:0>>"');
    expect(await (await get('b.json')).text()).toBe('"desk desk"');
  });

  it('name the sign-in of this machine where the cloud has the managed login', async () => {
    const get = await deployed(
      { 'two/desk/config.json': '"https://<<domain>>.auth.<<region>>.amazoncognito.com/logout"' },
      { SourceMarkers: [{}, { '<<domain>>': 'newsroom-000000000000', '<<region>>': 'us-east-1' }] },
    );
    expect(await (await get('desk/config.json')).json()).toBe('http://localhost:4000/_local/sign-in/logout');
  });
});

it.each([
  ['pruning', { Prune: true }, 'Prune'],
  ['a setting that is not known', { SystemMetadata: { 'content-language': 'en' } }, 'SystemMetadata'],
  ['a property that is not known', { Exclude: ['*'] }, 'Exclude'],
])('a deployment with %s is refused', async (_, changes, message) => {
  await expect(deployed({}, changes)).rejects.toThrow(message);
});
