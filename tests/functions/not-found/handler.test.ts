import { GetCommand } from '@aws-sdk/lib-dynamodb';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { handler } from '../../../functions/not-found/handler.ts';
import { fakeTable } from '../fake-table.ts';
import { corrected, published, withdrawn } from '../publish.ts';

let table: ReturnType<typeof fakeTable>;
beforeEach(() => {
  table = fakeTable();
});
afterEach(() => table.client.restore());

const ask = (rawPath: string) => handler({ rawPath } as APIGatewayProxyEventV2);
const take = (path: string, id: string) =>
  table.items.set(`PATH#${path} PATH`, {
    pk: `PATH#${path}`,
    sk: 'PATH',
    id,
    at: '2026-05-04T10:00:00.000Z',
  });
const old = '/en/2026/05/04/reef/';
const moved = '/en/2026/05/05/reef/';

it.each([
  ['/fr/rien/index.html', 'fr'],
  ['/en/nothing/index.html', 'en'],
  ['/de/nichts', 'en'],
  ['/<script>', 'en'],
])('answers %s with the 404 page in %s, cached for a second, and asks nobody', async (path, language) => {
  const { statusCode, headers, body } = await ask(path);
  expect([statusCode, headers?.['Cache-Control']]).toEqual([404, 'public, max-age=0, s-maxage=1']);
  expect(body).toContain(`<html lang="${language}"`);
  expect(body).not.toContain('<script>');
  expect(table.client.commandCalls(GetCommand)).toEqual([]);
});

describe('a former address', () => {
  it('leads to the new one, and what is below it to the same thing there', async () => {
    await corrected(await published('reef'), { date: '2026-05-05' });
    take(old, 'reef');
    expect(await ask(`${old}index.html`)).toMatchObject({
      statusCode: 301,
      headers: { Location: moved, 'Cache-Control': 'public, max-age=0, s-maxage=5' },
    });
    const below = await ask(`${old}editions/1/index.html`);
    expect([below.statusCode, below.headers?.['Location']]).toEqual([301, `${moved}editions/1/`]);
    expect((await ask(`${old}index.json`)).headers?.['Location']).toBe(`${moved}index.json`);
  });
});

it('leads from what a notice took away to the notice', async () => {
  await withdrawn(await published('reef'));
  take(old, 'reef');
  expect(await ask(`${old}editions/1/index.html`)).toMatchObject({
    statusCode: 302,
    headers: { Location: old },
  });
});

it('tells nothing of an address that is taken and not public yet', async () => {
  await published('reef');
  take(moved, 'reef');
  take('/en/2026/05/06/reef/', 'nobody');
  for (const path of [moved, '/en/2026/05/06/reef/', '/en/2026/05/07/reef/', `${old}editions/9/`])
    expect((await ask(path)).statusCode).toBe(404);
});
