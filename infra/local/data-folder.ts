import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Thrown when another stack keeps its data in a folder. */
export class DataFolderInUse extends Error {}

/**
 * Makes a data folder, and holds it for this process until it ends, in whatever way: SQLite's lock is the operating
 * system's. Answers how to let go. Throws `DataFolderInUse`.
 */
export function holdDataFolder(dataDir: string): () => void {
  mkdirSync(dataDir, { recursive: true });
  const lock = new DatabaseSync(join(dataDir, 'lock'));
  try {
    lock.exec('BEGIN EXCLUSIVE');
  } catch (cause) {
    lock.close();
    throw new DataFolderInUse(`Another stack keeps its data in ${dataDir}. Set DATA_DIR to another folder.`, {
      cause,
    });
  }
  return () => lock.close();
}
