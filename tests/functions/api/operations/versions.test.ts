import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fakeTable } from '../../fake-table.ts';
import { call } from '../call.ts';
import { change, created, text } from './statement.ts';

let table: ReturnType<typeof fakeTable>;
let id: unknown;
beforeEach(async () => {
  table = fakeTable();
  ({ id } = await created({ publish: true }));
  await change(id, 'PATCH', { body: 'Divers may not come.' });
  await change(id, 'submit');
});
afterEach(() => table.client.restore());

const get = (what: string) => call('GET', `/statements/${id}/${what}`);

describe('the versions of a statement', () => {
  it('are those that came with a text, the newest first', async () => {
    expect((await get('versions')).body).toMatchObject({
      items: [
        { version: 2, action: 'edit', by: 'editor' },
        { version: 1, action: 'publish', edition: 1 },
      ],
      next: null,
    });
  });

  it('have the text as it stood then', async () => {
    expect((await get('versions/1')).body.content).toMatchObject(text);
    expect((await get('versions/3')).body).toMatchObject({
      version: 2,
      content: { body: 'Divers may not come.' },
    });
    await change(id, 'discard');
    expect((await get('versions/4')).body.content).toMatchObject(text);
  });

  it('can be compared', async () => {
    expect((await get('diff?from=1&to=3')).body).toMatchObject({
      from: 1,
      to: 3,
      title: [{ op: 'equal', text: text.title }],
      body: [
        { op: 'equal', text: 'Divers may ' },
        { op: 'delete', text: 'come again' },
        { op: 'insert', text: 'not come' },
        { op: 'equal', text: '.' },
      ],
    });
  });

  it.each([
    ['versions/4', 404],
    ['versions/x', 400],
    ['versions/0', 422],
    ['diff?from=1', 400],
    ['diff?from=1&to=9', 404],
    ['diff?from=1&to=2&by=word', 400],
  ])('answer %s with %i', async (what, status) => {
    expect((await get(what)).status).toBe(status);
  });
});
