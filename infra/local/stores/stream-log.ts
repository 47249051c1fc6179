import { EventEmitter } from 'node:events';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import * as z from 'zod';

export type Attributes = Record<string, unknown>;
const Images = z.object({
  keys: z.record(z.string(), z.unknown()),
  before: z.record(z.string(), z.unknown()).optional(),
  after: z.record(z.string(), z.unknown()).optional(),
});

/** One change of an item: its keys, its images before and after, and its place in the stream. */
export type StreamRecord = z.output<typeof Images> & { sequence: number; at: number };

/**
 * The durable log behind a table's stream. A write is announced before it is made and recorded after it, in SQLite's
 * write-ahead log, so that a kill -9 between the two leaves an announcement to look into.
 */
export class StreamLog extends EventEmitter<{ record: [] }> {
  readonly #db: DatabaseSync;
  readonly #statements: Record<'announce' | 'conclude' | 'record', StatementSync>;

  constructor(file: string) {
    super();
    this.#db = new DatabaseSync(file);
    this.#db.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;
      CREATE TABLE IF NOT EXISTS announced (id INTEGER PRIMARY KEY AUTOINCREMENT, tableName TEXT, images TEXT);
      CREATE TABLE IF NOT EXISTS records (sequence INTEGER PRIMARY KEY AUTOINCREMENT, tableName TEXT, at REAL, images TEXT);
      CREATE TABLE IF NOT EXISTS positions (reader TEXT PRIMARY KEY, sequence INTEGER);`);
    this.#statements = {
      announce: this.#db.prepare('INSERT INTO announced (tableName, images) VALUES (?, ?)'),
      conclude: this.#db.prepare('DELETE FROM announced WHERE id = ?'),
      record: this.#db.prepare('INSERT INTO records (tableName, at, images) VALUES (?, ?, ?)'),
    };
  }

  /** Says that an item, which is `before` now, is about to be written; answers the announcement's id. */
  announce(tableName: string, keys: Attributes, before?: Attributes): number {
    const images = JSON.stringify({ keys, before });
    return Number(this.#statements.announce.run(tableName, images).lastInsertRowid);
  }

  /** Ends an announcement with what came of it: a record, or nothing if the item stayed as it was. */
  conclude(id: number, tableName: string, images: z.output<typeof Images> | undefined): void {
    this.#db.exec('BEGIN');
    this.#statements.conclude.run(id);
    if (images && JSON.stringify(images.before) !== JSON.stringify(images.after))
      this.#statements.record.run(tableName, Date.now(), JSON.stringify(images));
    this.#db.exec('COMMIT');
    this.emit('record');
  }

  /** Announcements that a crash left without an end. */
  unconcluded(): { id: number; tableName: string; keys: Attributes; before?: Attributes | undefined }[] {
    return this.#db
      .prepare('SELECT id, tableName, images FROM announced ORDER BY id')
      .all()
      .map(({ id, tableName, images }) => ({
        id: Number(id),
        tableName: String(tableName),
        ...Images.parse(JSON.parse(String(images))),
      }));
  }

  /** The next records that a reader has not passed. */
  read(reader: string, tableName: string, limit: number): StreamRecord[] {
    const passed = this.#db.prepare('SELECT sequence FROM positions WHERE reader = ?').get(reader)?.sequence;
    return this.after(Number(passed ?? 0), tableName, limit);
  }

  /** The next records behind a sequence number. */
  after(sequence: number, tableName: string, limit: number): StreamRecord[] {
    return this.#db
      .prepare(
        'SELECT sequence, at, images FROM records WHERE tableName = ? AND sequence > ? ORDER BY sequence LIMIT ?',
      )
      .all(tableName, sequence, limit)
      .map((row) => ({
        ...Images.parse(JSON.parse(String(row.images))),
        sequence: Number(row.sequence),
        at: Number(row.at),
      }));
  }

  /** The sequence number of the newest record; 0 if there is none. */
  get last(): number {
    return Number(this.#db.prepare('SELECT max(sequence) AS last FROM records').get()?.last ?? 0);
  }

  /** Keeps how far a reader has come. */
  pass(reader: string, sequence: number): void {
    this.#db
      .prepare(
        'INSERT INTO positions VALUES (?, ?) ON CONFLICT (reader) DO UPDATE SET sequence = excluded.sequence',
      )
      .run(reader, sequence);
  }

  close(): void {
    this.#db.close();
  }
}
