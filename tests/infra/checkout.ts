import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll } from 'vitest';

/** A copy of the sources, which a test may build in without disturbing a stack that runs from this checkout. */
export function checkout(): string {
  const folder = mkdtempSync(join(tmpdir(), 'communique-checkout-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  for (const name of ['infra', 'functions', 'shared', 'desk', 'package.json', 'cdk.json', 'tsconfig.json'])
    cpSync(name, join(folder, name), { recursive: true });
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
  return folder;
}
