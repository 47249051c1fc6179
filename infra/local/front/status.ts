import { type Html, html } from '../../../shared/html/html.ts';
import type { Invalidation } from '../door/cloudfront-service.ts';
import type { AlarmState } from '../watch/alarms.ts';
import type { Percentiles } from '../watch/percentiles.ts';
import { localPage } from './local-page.ts';
import { span } from './span.ts';

/** What `/_local/` shows. Instants are in milliseconds by the stack's clock, which says `now`. */
export type LocalStatus = {
  functions: { name: string; invocations: number; errors: number; lastError: string }[];
  queues: {
    name: string;
    waiting: number;
    inFlight: number;
    oldestSeconds: number;
    isDeadLetters: boolean;
    /** Whether it holds messages of a queue; the relay's own hold places in the stream. */
    canBeSentBack: boolean;
  }[];
  alarms: AlarmState[];
  /** From a publication's commit to each channel, over the last hour. */
  latency: { toPage: Percentiles; toLists: Percentiles };
  /** The last calls that permissions refused, newest first. */
  refused: { at: number; message: string }[];
  /** The faults that chaos made, by kind. */
  faults: Record<string, number>;
  /** What the edges were last asked to forget, newest first. */
  invalidations: Invalidation[];
  /** How many letters are in the outbox. */
  letters: number;
  /** The memory of the whole stack, whose functions are threads of one process. */
  residentMegabytes: number;
  now: number;
};

/** The page of the local stack's state; it looks again every five seconds. */
export function statusPage(status: LocalStatus): string {
  const { functions, queues, alarms, latency, refused, faults, letters, residentMegabytes, now } = status;
  const [forgotten] = status.invalidations;
  return localPage(
    'The local stack',
    html`<h1>The local stack</h1>
<p><a href="/">site</a> · <a href="/desk/">desk</a> · <a href="/_local/outbox/">outbox</a> (${letters})</p>
<p>Its clock says ${clock(now)}. It uses ${residentMegabytes} MB of memory.</p>
<h2>Alarms</h2>
<ul class="alarms">
${alarms.toSorted(inOrder).map((alarm) => alarmItem(alarm, now))}</ul>
<h2>Publications in the last hour, from commit</h2>
<table>
<tr><th>to</th><th>count</th><th>P50</th><th>P95</th><th>worst</th></tr>
${latencyRow('page', latency.toPage)}${latencyRow('lists', latency.toLists)}</table>
<p>${forgotten ? html`The edges were last asked ${span(now - forgotten.at)} ago to forget ${forgotten.items.join(', ')}.` : 'The edges were not asked to forget anything.'}</p>
<h2>Queues</h2>
<table>
<tr><th>queue</th><th>waiting</th><th>in flight</th><th>oldest</th></tr>
${queues.map(queueRow)}</table>
<h2>Functions</h2>
<table>
<tr><th>function</th><th>calls</th><th>errors</th></tr>
${functions.map(functionRow)}</table>
<h2>Refused by permissions</h2>
${refused.length === 0 && html`<p>No call was refused.</p>\n`}
<ul>
${refused.map(({ at, message }) => html`<li>${span(now - at)} ago: ${message}</li>\n`)}</ul>
${faultsTable(faults)}`,
    5,
  );
}

const clock = (at: number): Html => {
  const iso = new Date(at).toISOString().slice(0, 19);
  return html`<time datetime="${iso}Z">${iso.replace('T', ' ')} UTC</time>`;
};

const urgency = { ALARM: 0, INSUFFICIENT_DATA: 1, OK: 2 };
const inOrder = (a: AlarmState, b: AlarmState): number => urgency[a.state] - urgency[b.state];

const alarmItem = ({ state, since, description, reason }: AlarmState, now: number): Html =>
  html`<li class="${state}"><p><b>${state}</b> for ${span(now - since)}</p><p>${description}<br><small>${reason}</small></p></li>\n`;

const latencyRow = (channel: string, spread: Percentiles): Html =>
  spread
    ? html`<tr><td>${channel}</td><td>${spread.count}</td>${[spread.p50, spread.p95, spread.worst].map((ms) => html`<td>${Math.round(ms)} ms</td>`)}</tr>\n`
    : html`<tr><td>${channel}</td><td>0</td><td></td><td></td><td></td></tr>\n`;

const queueRow = ({
  name,
  waiting,
  inFlight,
  oldestSeconds,
  isDeadLetters,
  canBeSentBack,
}: LocalStatus['queues'][number]) =>
  html`<tr><td>${name}${isDeadLetters && ' (dead letters)'}${canBeSentBack && waiting > 0 && redrive(name)}</td><td>${waiting}</td><td>${inFlight}</td><td>${waiting > 0 && span(oldestSeconds * 1000)}</td></tr>\n`;

const redrive = (queue: string): Html =>
  html`<form method="post" action="/_local/redrive"><input type="hidden" name="queue" value="${queue}"><button>Send back</button></form>`;

const functionRow = ({ name, invocations, errors, lastError }: LocalStatus['functions'][number]): Html =>
  html`<tr><td>${name}${lastError && html`<br><small>last error: ${lastError}</small>`}</td><td>${invocations}</td><td>${errors}</td></tr>\n`;

const faultsTable = (faults: Record<string, number>): Html | false => {
  const made = Object.entries(faults);
  return (
    made.length > 0 &&
    html`<h2>Faults made by chaos</h2>
<table>
<tr><th>fault</th><th>times</th></tr>
${made.map(([kind, times]) => html`<tr><td>${kind}</td><td>${times}</td></tr>\n`)}</table>`
  );
};
