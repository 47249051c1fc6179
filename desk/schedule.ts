import { element, make } from './page.ts';
import type { Refusal } from './refusal.ts';
import { minuteOf } from './row.ts';
import { candidatesIn, onSiteClock } from './site-time.ts';
import type { Statement } from './statement.ts';

/** When a text goes out: a local time with its zone, or an instant. */
type When = { local: string; timeZone: string } | { at: string };
/** Schedules a text for then; `override` is what an admin says to go without review. */
type Send = (when: When, override: object) => void;

/** What a time that is chosen from a refusal is sent by: that of the statement that is shown. */
let send: (when: When) => void = () => undefined;

/** Offers to schedule a statement, or to schedule it anew, to those who may. */
export function showSchedule(statement: Statement | undefined, siteZone: string, onSend: Send): void {
  const may = statement?.actions.includes('schedule');
  const mayOverride = statement?.overrides.includes('schedule') ?? false;
  element('schedule', HTMLDetailsElement).hidden = !may && !mayOverride;
  element('schedule', HTMLDetailsElement).open = false;
  element('schedule-reason', HTMLElement).hidden = !mayOverride;
  const waits = statement?.work?.schedule;
  element('schedule-name', HTMLElement).textContent = waits ? 'Schedule anew…' : 'Schedule…';
  const [local, zone] = [element('local', HTMLInputElement), element('time-zone', HTMLInputElement)];
  local.value = waits?.local?.slice(0, 16) ?? waits?.siteTime.slice(0, 16) ?? '';
  zone.value = waits?.timeZone ?? siteZone;
  element('time-zones', HTMLDataListElement).replaceChildren(
    ...Intl.supportedValuesOf('timeZone').map((value) => make('option', { value })),
  );
  const reason = element('override-reason', HTMLTextAreaElement);
  send = (when) => onSend(when, mayOverride ? { override: true, reason: reason.value.trim() } : {});
  const form = element('schedule-form', HTMLFormElement);
  form.oninput = () => showMeaning(siteZone);
  form.onsubmit = (event) => {
    event.preventDefault();
    element('schedule-refusal', HTMLElement).replaceChildren();
    send({ local: local.value, timeZone: zone.value.trim() });
  };
  element('schedule-refusal', HTMLElement).replaceChildren();
  showMeaning(siteZone);
}

/** What the time is where the site is. */
function showMeaning(siteZone: string): void {
  const [local, zone] = [element('local', HTMLInputElement), element('time-zone', HTMLInputElement)];
  const there = onSiteClock(local.value, zone.value.trim(), siteZone);
  element('site-time', HTMLElement).textContent = there
    ? `On the site’s clock: ${minuteOf(there)} (${siteZone})`
    : '';
}

/** Says why a time was refused, and offers the instants that could have been meant. */
export function refuseSchedule({ message, errors }: Refusal): void {
  const details = errors.map(({ detail }) => detail).join(' ');
  const candidates = candidatesIn(details);
  const buttons = candidates.map((at) => {
    const words = `${minuteOf(at)}, UTC${at.slice(-6)}`;
    const button = make('button', { type: 'button', className: 'quiet' }, words);
    button.onclick = () => send({ at });
    return button;
  });
  const said = candidates.length > 0 ? 'The clocks are changed then. Which instant is meant?' : message;
  element('schedule-refusal', HTMLElement).replaceChildren(
    make('p', {}, said),
    ...(buttons.length > 0 ? [make('p', { id: 'candidates', className: 'choices' }, ...buttons)] : []),
  );
}
