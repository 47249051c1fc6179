import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeWhole } from './write-whole.ts';

/** Which start of a data folder this is: 1, 2, 3… Each has faults of its own. */
export function nextLife(dataDir: string): number {
  const file = join(dataDir, 'life');
  const life = 1 + (existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0);
  writeWhole(file, String(life));
  return life;
}
