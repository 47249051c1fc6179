import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  inFirstPlane,
  onLoopback,
  removeTornObjects,
} from '../../../../infra/local/stores/fauxqs-manners.ts';
import { temporary } from '../temporary.ts';

describe('an object in files', () => {
  /** What is left of an object with this data and description, either of which may not be there. */
  function left(data: string | undefined, description: string | undefined): string[] {
    const objects = join(temporary(), 'buckets/site/objects/en');
    mkdirSync(objects, { recursive: true });
    const files = { 'page.html.data': data, 'page.html.meta.json': description };
    for (const [name, text] of Object.entries(files))
      if (text !== undefined) writeFileSync(join(objects, name), text);
    removeTornObjects(join(objects, '../../../..'));
    return Object.keys(files).filter((name) => existsSync(join(objects, name)));
  }

  it('stays where it is whole', () => {
    expect(left('said', '{"key":"en/page.html","contentLength":4}')).toHaveLength(2);
    expect(left('', '{"contentLength":0}')).toHaveLength(2);
  });

  it.each([
    ['a torn description', 'said', '{"key":"en/pa'],
    ['an empty description', 'said', ''],
    ['a description of something else', 'said', '{"key":"en/page.html"}'],
    ['torn data', 'sa', '{"contentLength":4}'],
    ['data of another length', 'said again', '{"contentLength":4}'],
    ['no data', undefined, '{"contentLength":4}'],
  ])('goes with %s', (_, data, description) => {
    expect(left(data, description)).toEqual([]);
  });

  it('may be none: there is no folder before the first start', () => {
    expect(() => removeTornObjects(join(temporary(), 's3'))).not.toThrow();
  });
});

describe('a server that would listen everywhere', () => {
  const listening = (host: string) => async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen({ port: 0, host }, resolve));
    const address = server.address();
    server.close();
    return address;
  };

  it('listens on the loopback address, and others do as they did afterwards', async () => {
    expect(await onLoopback(listening('0.0.0.0'))).toMatchObject({ address: '127.0.0.1' });
    expect(await listening('0.0.0.0')()).toMatchObject({ address: '0.0.0.0' });
  });

  it('that fails leaves others as they were', async () => {
    await expect(onLoopback(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await listening('0.0.0.0')()).toMatchObject({ address: '0.0.0.0' });
  });
});

describe('a JSON text for a message', () => {
  it('says the same, in characters that fauxqs takes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const json = inFirstPlane(JSON.stringify({ text }));
        expect(JSON.parse(json)).toEqual({ text });
        expect(json).not.toMatch(/[\ud800-\udfff]/);
      }),
    );
  });

  it('is as it was where there is nothing else in it', () => {
    expect(inFirstPlane('{"title":"海 né"}')).toBe('{"title":"海 né"}');
    expect(inFirstPlane('"𠮷"')).toBe('"\\ud842\\udfb7"');
  });
});
