import { renameSync, writeFileSync } from 'node:fs';

/** Writes a small file so that a kill -9 leaves what it said before, or what it says now. */
export function writeWhole(file: string, text: string): void {
  writeFileSync(`${file}.new`, text);
  renameSync(`${file}.new`, file);
}
