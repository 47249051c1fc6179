import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { DataFolderInUse, holdDataFolder } from '../../../infra/local/data-folder.ts';
import { temporary } from './temporary.ts';

it('is made, and held by one at a time', () => {
  const folder = join(temporary(), 'made');
  const letGo = holdDataFolder(folder);
  expect(existsSync(folder)).toBe(true);
  expect(() => holdDataFolder(folder)).toThrow(DataFolderInUse);
  letGo();
  expect(() => holdDataFolder(folder)()).not.toThrow();
});

it('is free again when who held it was killed', () => {
  const folder = temporary();
  const holder = `import { holdDataFolder } from './infra/local/data-folder.ts';
    holdDataFolder(${JSON.stringify(folder)});
    process.kill(process.pid, 'SIGKILL');`;
  const { signal } = spawnSync(process.execPath, ['--input-type=module', '--eval', holder]);
  expect(signal).toBe('SIGKILL');
  expect(() => holdDataFolder(folder)()).not.toThrow();
});
