import { PutCommand } from '@aws-sdk/lib-dynamodb';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { handler } from '../../../functions/preview/handler.ts';
import { call } from '../api/call.ts';
import { change, created, historyOf } from '../api/operations/statement.ts';
import { fakeTable } from '../fake-table.ts';

let table: ReturnType<typeof fakeTable>;
beforeEach(() => {
  table = fakeTable();
});
afterEach(() => {
  vi.useRealTimers();
  table.client.restore();
});

/** A draft with a preview of it; answers the path of the link. */
async function draft(more = {}) {
  const { id } = await created(more);
  const body = { recipient: 'Ines <b>Calder</b>', email: 'ines@gazette.example', hours: 24 };
  const { body: preview } = await call('POST', `/statements/${id}/previews`, { body });
  return { id, pid: preview['id'], link: new URL(String(preview['url'])).pathname };
}
const get = (rawPath: string, method = 'GET') =>
  handler({
    rawPath,
    requestContext: { requestId: 'request-1', http: { method, path: rawPath } },
  } as unknown as APIGatewayProxyEventV2);
const openings = async (id: unknown) => {
  const { body } = await call('GET', `/statements/${id}/previews`);
  const [first] = body['items'] as { openings: { count: number } }[];
  return first?.openings.count;
};

describe('the link of a preview', () => {
  it('shows the text and whom it is for, is kept nowhere, and says so in the trail each time', async () => {
    const { id, pid, link } = await draft();
    for (const count of [1, 2]) {
      const { statusCode, headers, body } = await get(link);
      expect([statusCode, headers?.['Cache-Control']]).toEqual([200, 'no-store']);
      expect(body).toContain('Divers may come again.');
      expect(body).toContain('Ines &lt;b&gt;Calder&lt;/b&gt;');
      expect(body).toContain('<meta name="robots" content="noindex">');
      expect(await openings(id)).toBe(count);
    }
    const opened = (await historyOf(id)).filter(({ action }) => action === 'open-preview');
    expect(opened).toHaveLength(2);
    expect(opened[0]).toMatchObject({
      actor: { sub: pid, name: 'Ines <b>Calder</b>', role: 'recipient' },
      previous: opened[1]?.['hash'],
    });
  });

  it('shows the text that it was made of, whatever became of the draft', async () => {
    const { id, link } = await draft();
    await change(id, 'PATCH', { title: 'Another title', body: 'Divers may not come.' });
    expect((await get(link)).body).toContain('Divers may come again.');
  });

  it('leaves the statement’s version alone', async () => {
    const { id, link } = await draft();
    const before = await call('GET', `/statements/${id}`);
    await get(link);
    expect(await call('GET', `/statements/${id}`)).toEqual(before);
  });

  it('opens nothing for HEAD', async () => {
    const { id, link } = await draft();
    expect(await get(link, 'HEAD')).toMatchObject({ statusCode: 200 });
    expect((await get(link, 'HEAD')).body).toBeUndefined();
    expect(await openings(id)).toBe(0);
  });

  it('counts all of many openings at once', async () => {
    const { id, link } = await draft();
    const answers = await Promise.all(Array.from({ length: 8 }, () => get(link)));
    expect(answers.map(({ statusCode }) => statusCode)).toEqual(Array(8).fill(200));
    expect(await openings(id)).toBe(8);
    expect((await historyOf(id)).filter(({ action }) => action === 'open-preview')).toHaveLength(8);
  });

  it('hands out no words that it could not record', async () => {
    const { link } = await draft();
    table.client.on(PutCommand).rejects(new Error('throttled'));
    await expect(get(link)).rejects.toThrow('throttled');
  });
});

describe('a link that leads nowhere', () => {
  const answerOf = async (path: string) => {
    const { statusCode, headers, body } = await get(path);
    return { statusCode, headers, body };
  };

  it('is answered alike, be it revoked, expired, of something deleted, or a guess', async () => {
    // The page shows the offset of its clocks, so the instant is held.
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() });
    const [revoked, deleted, expired] = [await draft(), await draft(), await draft()];
    await call('DELETE', `/statements/${revoked.id}/previews/${revoked.pid}`);
    await change(deleted.id, 'DELETE');
    vi.setSystemTime(Date.now() + 24 * 3_600_000);
    const guess = await answerOf(`/preview/${'A'.repeat(43)}`);
    expect(guess).toMatchObject({ statusCode: 404, headers: { 'Cache-Control': 'no-store' } });
    for (const { link } of [revoked, deleted, expired]) expect(await answerOf(link)).toEqual(guess);
    for (const path of ['/preview/', '/preview/x', `/preview/${'A'.repeat(44)}`, `${revoked.link}/`])
      expect(await answerOf(path)).toEqual(guess);
    expect(await openings(expired.id)).toBe(0);
  });
});

describe('once it is released', () => {
  it('leads to the page, expired or not, and is opened no more', async () => {
    const { id, link } = await draft();
    await change(id, 'publish');
    const { body } = await call('GET', `/statements/${id}`);
    const found = { statusCode: 303, headers: { Location: body['path'], 'Cache-Control': 'no-store' } };
    expect(await get(link)).toMatchObject(found);
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 48 * 3_600_000 });
    expect(await get(link)).toMatchObject(found);
    expect(await openings(id)).toBe(0);
  });

  it('leads nowhere if it was revoked before', async () => {
    const { id, pid, link } = await draft();
    await call('DELETE', `/statements/${id}/previews/${pid}`);
    await change(id, 'publish');
    expect((await get(link)).statusCode).toBe(404);
  });
});
