import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A new folder for the test that asks; it goes when the test has ended. */
export function temporary(): string {
  const folder = mkdtempSync(join(tmpdir(), 'communique-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
