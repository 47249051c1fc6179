import { locale } from './locale.ts';

/** Says when an event is by the reader's own clock, where that is another one than the office's. */
export function showEventsHere(): void {
  for (const time of document.querySelectorAll('time')) {
    const { here, until } = time.dataset;
    if (!here || !until) continue;
    const start = new Date(time.dateTime);
    if (offsetOf(time.dateTime) === -start.getTimezoneOffset()) continue;
    const format = new Intl.DateTimeFormat(locale, {
      dateStyle: 'long',
      timeStyle: 'short',
      hourCycle: 'h23',
    });
    const note = document.createElement('span');
    note.className = 'here';
    note.textContent = `${format.formatRange(start, new Date(until))} (${here})`;
    time.after(' ', note);
  }
}

/** How far the clock that an instant was written by is from UTC, in minutes. */
function offsetOf(instant: string): number {
  const [, sign, hours, minutes] = /([+-])(\d\d):(\d\d)$/.exec(instant) ?? [];
  return (sign === '-' ? -1 : 1) * (60 * Number(hours ?? 0) + Number(minutes ?? 0));
}
