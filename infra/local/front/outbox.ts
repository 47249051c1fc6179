import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import * as z from 'zod';
import { html } from '../../../shared/html/html.ts';
import { type Answered, answerText } from './exchange.ts';
import { localPage } from './local-page.ts';

const Letter = z.object({ id: z.string(), to: z.string(), subject: z.string(), at: z.string() });

/** The letters that were sent, out of `DATA_DIR/outbox`: for people, as a list for scripts, each as it was sent. */
export function outbox(dataDir: string, name: string): Answered | undefined {
  const folder = join(dataDir, 'outbox');
  const letters = globSync(join(folder, '*.json'))
    .map((file) => Letter.parse(JSON.parse(readFileSync(file, 'utf8'))))
    .sort((a, b) => (a.at < b.at ? 1 : -1));
  if (name === 'index.json') return answerText(200, 'application/json', JSON.stringify(letters));
  if (name === '') return answerText(200, 'text/html; charset=utf-8', page(letters));
  const letter = join(folder, basename(name));
  return name.endsWith('.eml') && existsSync(letter)
    ? answerText(200, 'message/rfc822', readFileSync(letter, 'utf8'))
    : undefined;
}

const page = (letters: z.output<typeof Letter>[]): string =>
  localPage(
    'Outbox',
    html`<h1>Outbox</h1>
${letters.length === 0 && html`<p>No letter has been sent.</p>`}
<ul>${letters.map(({ id, to, subject, at }) => html`<li>${at} <a href="${id}.eml">${subject}</a> to ${to}</li>`)}</ul>`,
  );
