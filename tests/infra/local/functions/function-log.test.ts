import { EventEmitter } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FunctionLog } from '../../../../infra/local/functions/function-log.ts';
import { AccessDenied } from '../../../../infra/local/permissions/permissions.ts';
import { temporary } from '../temporary.ts';

/** What is kept of these texts of an environment, as far as its role grants it, and the lines that were told. */
function kept(texts: string[], granted = ['logs:CreateLogStream', 'logs:PutLogEvents']) {
  const file = join(temporary(), 'logs', 'worker.log');
  const log = new FunctionLog(file, (action) => {
    if (!granted.includes(action)) throw new AccessDenied(action);
  });
  const environment = new EventEmitter<{ written: [string] }>();
  const lines: string[] = [];
  log.follow(environment, (line) => lines.push(line));
  for (const text of texts) environment.emit('written', text);
  return { lines, text: existsSync(file) ? readFileSync(file, 'utf8') : '' };
}

describe('a function’s log', () => {
  it('has what was written, in a file, and tells of each line', () => {
    expect(kept(['said\n', 'two\nlines\n', '{"a":1}\n'])).toEqual({
      lines: ['said', 'two', 'lines', '{"a":1}'],
      text: 'said\ntwo\nlines\n{"a":1}\n',
    });
  });

  it.each([
    ['begin one', ['logs:PutLogEvents']],
    ['write to it', ['logs:CreateLogStream']],
  ])('stays empty where the role may not %s', (_, granted) => {
    expect(kept(['said\n'], granted)).toEqual({ lines: [], text: '' });
  });

  it('does not hide what else goes wrong', () => {
    const broken = new FunctionLog(join(temporary(), 'worker.log'), () => {
      throw new TypeError('no such role');
    });
    expect(() => broken.follow(new EventEmitter(), () => undefined)).toThrow('no such role');
  });
});
