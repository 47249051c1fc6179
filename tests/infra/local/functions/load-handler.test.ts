import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporary } from '../temporary.ts';
import { environmentOf } from './environment-of.ts';

type Options = Parameters<typeof environmentOf>[1];
const answerOf = (bundle: string, options?: Options) => environmentOf(bundle, options).call({});
const module = 'export const handler = async () => "here";';
const commonJs = 'module.exports.handler = async () => require("node:path").sep;';

describe('a bundle', () => {
  it.each([
    ['an ES module', 'handler.mjs', module, 'here'],
    ['CommonJS', 'handler.js', commonJs, '/'],
    ['CommonJS by its name', 'handler.cjs', commonJs, '/'],
    ['an ES module that can be required', 'handler.js', module, 'here'],
  ])('is loaded as %s', async (_, file, bundle, answer) => {
    expect(await answerOf(bundle, { file })).toBe(answer);
  });

  it('named .js can not wait at its top level: it is required', async () => {
    await expect(answerOf(`await 1; ${module}`, { file: 'handler.js' })).rejects.toThrow(/top-level await/);
    expect(await answerOf(`await 1; ${module}`)).toBe('here');
  });

  it('fails every call by its own error, if it can’t be loaded', async () => {
    const broken = environmentOf(`throw new TypeError('The environment lacks TABLE_NAME'); ${module}`);
    for (const _ of [1, 2])
      await expect(broken.call({})).rejects.toMatchObject({
        name: 'TypeError',
        message: 'The environment lacks TABLE_NAME',
      });
  });

  it.each([
    ['has no such file', module, { handler: 'other.handler' }, 'Runtime.ImportModuleError'],
    ['does not export it', module, { handler: 'handler.other' }, 'Runtime.HandlerNotFound'],
    ['exports no function', 'export const handler = 1;', {}, 'Runtime.HandlerNotFound'],
    ['is no JavaScript', 'export const handler = ;', {}, 'Runtime.UserCodeSyntaxError'],
    [
      'wants a callback',
      'export const handler = async (event, context, callback) => 1;',
      {},
      'Runtime.CallbackHandlerDeprecated',
    ],
    [
      'requires what it does not bring along',
      'require("not-there"); module.exports.handler = async () => 1;',
      { file: 'handler.cjs' },
      'Runtime.ImportModuleError',
    ],
  ])('that %s is refused as Lambda does', async (_, bundle, options, name) => {
    await expect(answerOf(bundle, options)).rejects.toMatchObject({ name });
  });
});

describe('an import', () => {
  it.each(['not-there', 'zod'])('of %s, which the bundle does not bring along, fails', async (name) => {
    await expect(answerOf(`import ${JSON.stringify(name)}; ${module}`)).rejects.toMatchObject({
      name: 'Error',
      message: expect.stringContaining(`Cannot find package '${name}'`),
    });
  });

  it.each([
    ['handler.mjs', `import 'above'; ${module}`],
    ['handler.cjs', `require('above'); ${commonJs}`],
    ['handler.mjs', `import '../above.mjs'; ${module}`],
  ])('into a folder above fails, though it is there (%s)', async (file, bundle) => {
    const above = temporary();
    const folder = join(above, 'bundle');
    mkdirSync(join(above, 'node_modules', 'above'), { recursive: true });
    mkdirSync(folder);
    writeFileSync(join(above, 'node_modules', 'above', 'index.js'), '');
    writeFileSync(join(above, 'above.mjs'), '');
    await expect(answerOf(bundle, { folder, file })).rejects.toThrow(/above/);
  });

  it('of Node’s own modules and of its neighbours works', async () => {
    const folder = temporary();
    writeFileSync(join(folder, 'part.mjs'), 'export { sep } from "node:path";');
    const bundle = `import { sep } from './part.mjs'; export const handler = async () => sep;`;
    expect(await answerOf(bundle, { folder })).toBe('/');
  });
});
