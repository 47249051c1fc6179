import { html } from '../../../shared/html/html.ts';
import { localPage } from './local-page.ts';

/** What `/_local/` shows. */
export type LocalStatus = {
  functions: { name: string; invocations: number; errors: number; lastError: string }[];
  queues: { name: string; waiting: number; inFlight: number; isDeadLetters: boolean }[];
};

/** The page of the local stack's state; it looks again every five seconds. */
export function statusPage({ functions, queues }: LocalStatus): string {
  return localPage(
    'The local stack',
    html`<h1>The local stack</h1>
<p><a href="/">site</a> · <a href="/desk/">desk</a> · <a href="/_local/outbox/">outbox</a></p>
<h2>Functions</h2>
<div class="scroll"><table>
<tr><th>function</th><th>calls</th><th>errors</th><th>last error</th></tr>
${functions.map(({ name, invocations, errors, lastError }) => html`<tr><td>${name}</td><td>${invocations}</td><td>${errors}</td><td>${lastError}</td></tr>\n`)}
</table></div>
<h2>Queues</h2>
<div class="scroll"><table>
<tr><th>queue</th><th>waiting</th><th>in flight</th></tr>
${queues.map(({ name, waiting, inFlight, isDeadLetters }) => html`<tr><td>${isDeadLetters ? html`<b>${name}</b> (dead letters)` : name}</td><td>${waiting}</td><td>${inFlight}</td></tr>\n`)}
</table></div>`,
    5,
  );
}
