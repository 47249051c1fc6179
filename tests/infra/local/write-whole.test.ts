import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { writeWhole } from '../../../infra/local/write-whole.ts';
import { temporary } from './temporary.ts';

it('writes a file over, and over what a kill -9 left beside it', () => {
  const folder = temporary();
  const file = join(folder, 'clock-ahead');
  writeWhole(file, '86400000');
  writeFileSync(`${file}.new`, '99');
  expect(readFileSync(file, 'utf8')).toBe('86400000');
  writeWhole(file, '1');
  expect([readFileSync(file, 'utf8'), readdirSync(folder)]).toEqual(['1', ['clock-ahead']]);
});
