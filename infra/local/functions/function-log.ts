import type { EventEmitter } from 'node:events';
import { appendFileSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { AccessDenied } from '../permissions/permissions.ts';

/** The actions that writing a log takes. */
type LogAction = 'logs:CreateLogStream' | 'logs:PutLogEvents';

/** A function's log: a file in DATA_DIR/logs, written as far as the function's role allows it. */
export class FunctionLog {
  readonly #file: string;
  readonly #check: (action: LogAction) => void;

  /** `check` throws `AccessDenied` for what the role doesn't grant: then lines are lost, as they are in the cloud. */
  constructor(file: string, check: (action: LogAction) => void) {
    mkdirSync(dirname(file), { recursive: true });
    this.#file = file;
    this.#check = check;
  }

  /** Takes in what an environment writes; `line` is called for each line that was kept. */
  follow(environment: EventEmitter<{ written: [string] }>, line: (text: string) => void): void {
    if (!this.#may('logs:CreateLogStream')) return;
    environment.on('written', (text) => {
      if (!this.#may('logs:PutLogEvents')) return;
      appendFileSync(this.#file, text);
      for (const one of text.trimEnd().split('\n')) line(one);
    });
  }

  #may(action: LogAction): boolean {
    try {
      this.#check(action);
      return true;
    } catch (error) {
      if (error instanceof AccessDenied) return false;
      throw error;
    }
  }
}
