import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import type { GrantedAction, Permissions } from './permissions.ts';

/**
 * Keeps in `DATA_DIR/permissions.jsonl` what the templates grant, and what of it was used, from the first use on: for
 * the report of what is granted and never used, over many runs, some of which end in a kill -9.
 */
export function logGranted(permissions: Permissions, dataDir: string): void {
  const file = join(dataDir, 'permissions.jsonl');
  const line = (granted: GrantedAction) => `${JSON.stringify(granted)}\n`;
  appendFileSync(file, permissions.granted.map(line).join(''));
  permissions.on('used', (granted) => appendFileSync(file, line(granted)));
}
