import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { postSample } from '../../../infra/local/sample.ts';

const Site = z.record(z.string(), z.unknown());
const site = Site.parse(JSON.parse(readFileSync('infra/site.json', 'utf8')));
const Posted = z.object({ type: z.string(), language: z.string(), publish: z.boolean() });

let folder: string;
let posted: { key: string | null; body: z.output<typeof Posted> }[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sample-'));
  posted = [];
});
afterEach(() => {
  rmSync(folder, { recursive: true });
  vi.unstubAllGlobals();
});

/** Posts the sample of a site like `infra/site.json` but for `changes`, to an API that answers `status`. */
async function post(changes: object, status = 201): Promise<void> {
  vi.stubGlobal('fetch', async (address: string, init: RequestInit) => {
    const request = new Request(address, init);
    expect(request.headers.get('Authorization')).toBe('Bearer a-token');
    posted.push({
      key: request.headers.get('Idempotency-Key'),
      body: Posted.parse(await request.json()),
    });
    return new Response('{"detail":"No, and here is why"}', { status });
  });
  const siteFile = join(folder, 'site.json');
  writeFileSync(siteFile, JSON.stringify({ ...site, ...changes }));
  await postSample({ api: 'http://api.example/api/v1', siteFile, token: async () => 'a-token' });
}

describe('the sample newsroom', () => {
  it('is posted whole, published, each statement under a key of its own', async () => {
    await post({});
    expect(posted).toHaveLength(12);
    expect(posted.every(({ body }) => body.publish)).toBe(true);
    expect(new Set(posted.map(({ key }) => key)).size).toBe(12);
  });

  it('leaves out what another site has no language or type for', async () => {
    const name = { en: 'Another newsroom' };
    await post({
      name,
      languages: [{ code: 'en', name: 'English' }],
      types: [{ id: 'interview', turns: true }],
      topics: [],
      clocks: [],
      contacts: [],
    });
    expect(posted.map(({ body }) => [body.language, body.type])).toEqual([['en', 'interview']]);
  });

  it('stays drafts where texts need a second pair of eyes', async () => {
    await post({ review: 'required' });
    expect(posted.some(({ body }) => body.publish)).toBe(false);
  });

  it('ends with the API’s words at the first refusal', async () => {
    await expect(post({}, 422)).rejects.toThrow(/logbooks-online.*422.*No, and here is why/);
    expect(posted).toHaveLength(1);
  });
});
