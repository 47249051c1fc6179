import { execFileSync } from 'node:child_process';
import { globSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { functionNames } from './bundled.ts';
import { checkout } from './checkout.ts';

const folder = checkout();
const bundle = (site = 'infra/site.json') =>
  execFileSync(
    process.execPath,
    ['--input-type=module', '--eval', `await (await import('./infra/bundle.ts')).bundleFunctions('${site}')`],
    { cwd: folder, encoding: 'utf8', stdio: 'pipe' },
  );
const bundles = () => globSync('build/functions/**/*.*', { cwd: folder }).sort();

/** What a bundle's handler answers, in a process of its own. */
const answerOf = (name: string) =>
  execFileSync(
    process.execPath,
    [
      '--input-type=module',
      '--eval',
      `console.log(await (await import('./build/functions/${name}/handler.mjs')).handler())`,
    ],
    { cwd: folder, encoding: 'utf8' },
  ).trim();

describe('the functions of this house', () => {
  it('are a module and its map each', () => {
    bundle();
    expect(bundles()).toEqual(
      functionNames.flatMap((name) =>
        ['handler.mjs', 'handler.mjs.map'].map((file) => `build/functions/${name}/${file}`),
      ),
    );
  });

  it('are no larger than a cold start bears: 600 KB', () => {
    const sizes = bundles()
      .filter((name) => name.endsWith('.mjs'))
      .map((name) => ({ name, size: statSync(join(folder, name)).size }));
    expect(sizes.filter(({ size }) => size > 600_000)).toEqual([]);
  });

  it('have no sources in their maps', () => {
    for (const file of bundles().filter((name) => name.endsWith('.map')))
      expect(JSON.parse(readFileSync(join(folder, file), 'utf8')).sourcesContent).toBeUndefined();
  });
});

describe('a function', () => {
  const functionOf = (name: string, source: string) => {
    rmSync(join(folder, 'functions'), { recursive: true });
    mkdirSync(join(folder, 'functions', name), { recursive: true });
    writeFileSync(join(folder, 'functions', name, 'handler.ts'), source);
  };

  it('has the site file that was named in it', () => {
    functionOf(
      'hello',
      `import site from '#site-file' with { type: 'json' };\nexport const handler = async () => site.id;`,
    );
    writeFileSync(join(folder, 'other.json'), JSON.stringify({ id: 'another-newsroom' }));
    bundle('other.json');
    expect(answerOf('hello')).toBe('another-newsroom');
  });

  it('may use what is no ES module and asks for others', () => {
    writeFileSync(join(folder, 'infra/old.cjs'), `module.exports = require('node:path').sep;`);
    functionOf('old', `import sep from '../../infra/old.cjs';\nexport const handler = async () => sep;`);
    bundle();
    expect(answerOf('old')).toBe('/');
  });

  it('goes away with its folder', () => {
    functionOf('only', 'export const handler = async () => 1;');
    bundle();
    expect(bundles().map((file) => file.split('/')[2])).toEqual(['only', 'only']);
  });

  it('that is missing is named', () => {
    rmSync(join(folder, 'functions/only/handler.ts'));
    expect(() => bundle()).toThrow(/functions\/only\/handler\.ts/);
  });
});
