import { mkdirSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { checkUnzippedSize } from '../../../../infra/local/functions/unzipped-size.ts';
import { TemplateError } from '../../../../infra/local/template/template.ts';
import { temporary } from '../temporary.ts';
import { functionResource } from './function-of.ts';

it('takes a bundle of less than 250 MB in all its folders, and stops the start at more', () => {
  const folder = temporary();
  mkdirSync(join(folder, 'lib'));
  for (const name of ['handler.mjs', 'lib/data.bin']) {
    writeFileSync(join(folder, name), '');
    truncateSync(join(folder, name), 131_072_000);
  }
  expect(() => checkUnzippedSize(folder, functionResource())).toThrow(
    new TemplateError(
      'newsroom: newsroomworker.Code: Unzipped size must be smaller than 262144000 bytes, and is 262144000',
    ),
  );
  truncateSync(join(folder, 'handler.mjs'), 131_071_999);
  expect(() => checkUnzippedSize(folder, functionResource())).not.toThrow();
});
