import { DatabaseSync } from 'node:sqlite';
import type { Clock } from '../clock.ts';

/** A message on its way to a queue. */
export type Outgoing = { queueArn: string; body: string; groupId: string | undefined };

/**
 * Messages that are late on purpose, kept in a file until their time: a kill -9 makes them later, and loses none. One
 * that was sent and not crossed out before the end is sent twice, as the services reserve to themselves too.
 */
export class HeldMessages {
  readonly #db: DatabaseSync;
  readonly #send: (message: Outgoing) => void;
  readonly #timer: NodeJS.Timeout;

  constructor(file: string, clock: Clock, send: (message: Outgoing) => void) {
    this.#db = new DatabaseSync(file);
    this.#db.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;
      CREATE TABLE IF NOT EXISTS held (id INTEGER PRIMARY KEY, until REAL, queueArn TEXT, body TEXT, groupId TEXT)`);
    this.#send = send;
    this.#timer = setInterval(() => this.#sendDue(), 100).unref();
    clock.on('moved', () => this.#sendDue());
  }

  hold({ queueArn, body, groupId }: Outgoing, milliseconds: number): void {
    this.#db
      .prepare('INSERT INTO held (until, queueArn, body, groupId) VALUES (?, ?, ?, ?)')
      .run(Date.now() + milliseconds, queueArn, body, groupId ?? null);
  }

  close(): void {
    clearInterval(this.#timer);
    this.#db.close();
  }

  #sendDue(): void {
    for (const { id, queueArn, body, groupId } of this.#db
      .prepare('SELECT * FROM held WHERE until <= ? ORDER BY until')
      .all(Date.now())) {
      this.#send({
        queueArn: String(queueArn),
        body: String(body),
        groupId: groupId === null ? undefined : String(groupId),
      });
      this.#db.prepare('DELETE FROM held WHERE id = ?').run(id ?? null);
    }
  }
}
