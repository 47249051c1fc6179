import { EventEmitter } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeWhole } from './write-whole.ts';

/**
 * The stack's time: this machine's, moved on by as much as a test asked for. Everything in the stack tells the time by
 * `Date`, whose clock `tellTimeBy` replaces, in this thread and in the functions'. What waits for an hour listens to
 * `moved`. The time is kept in DATA_DIR: it doesn't go back on a restart.
 */
export class Clock extends EventEmitter<{ moved: [] }> {
  /** How far the clock is ahead, in milliseconds, in memory that all threads share. */
  readonly ahead = new Float64Array(new SharedArrayBuffer(8));
  readonly #file: string;

  constructor(dataDir: string) {
    super();
    this.#file = join(dataDir, 'clock-ahead');
    if (existsSync(this.#file)) this.ahead[0] = Number(readFileSync(this.#file, 'utf8'));
    // One listener for each queue, schedule and rule.
    this.setMaxListeners(100);
  }

  /** Moves the time on, never back. */
  advance(milliseconds: number): void {
    if (!(milliseconds > 0)) throw new RangeError('The clock is moved forward, by milliseconds');
    this.ahead[0] = (this.ahead[0] ?? 0) + milliseconds;
    writeWhole(this.#file, String(this.ahead[0]));
    this.emit('moved');
  }
}
