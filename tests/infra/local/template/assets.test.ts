import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { Assets } from '../../../../infra/local/template/assets.ts';
import { temporary } from '../temporary.ts';

function assets() {
  const folder = temporary();
  for (const [stack, hash] of [
    ['state', 'aaa'],
    ['service', 'bbb'],
  ] as const)
    writeFileSync(
      join(folder, `${stack}.assets.json`),
      JSON.stringify({ files: { [hash]: { source: { path: `asset.${hash}` } } } }),
    );
  return { folder, assets: new Assets(folder, ['state', 'service']) };
}

it('finds the folder behind a key of any stack', () => {
  const { folder, assets: found } = assets();
  expect(found.folder('aaa.zip')).toBe(join(folder, 'asset.aaa'));
  expect(found.folder('bbb.zip')).toBe(join(folder, 'asset.bbb'));
});

it('says which key no stack knows', () => {
  expect(() => assets().assets.folder('ccc.zip')).toThrow('ccc.zip');
});
