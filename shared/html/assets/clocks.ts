import { locale } from './locale.ts';

/** Writes today's date and the clocks' times, now and whenever a minute begins. */
export function showTimes(): void {
  const now = new Date();
  show('[data-today]', now, ({ today }) => ({ timeZone: today, dateStyle: 'full' }));
  show('[data-clock]', now, ({ clock }) => ({
    timeZone: clock,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }));
  setTimeout(showTimes, 60_000 - (now.getTime() % 60_000));
}

function show(
  selector: string,
  now: Date,
  options: (data: DOMStringMap) => Intl.DateTimeFormatOptions,
): void {
  for (const element of document.querySelectorAll<HTMLElement>(selector))
    element.textContent = new Intl.DateTimeFormat(locale, options(element.dataset)).format(now);
}
