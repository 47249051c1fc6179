import { dateFormat } from '../date-format.ts';

/** `en` alone would write dates as the United States do; an office that wants that says `en-US`. */
const localeOf = (language: string) => (language === 'en' ? 'en-GB' : language);

/** A statement's day, `YYYY-MM-DD`, in words: `4 May 2026`. A calendar day has no zone and is never shifted. */
export function dayText(day: string, language: string): string {
  return dateFormat(localeOf(language), { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  );
}

/** A month, `YYYY-MM`, in words: `May 2026`. */
export function monthText(month: string, language: string): string {
  const first = new Date(`${month}-01T00:00:00Z`);
  return dateFormat(localeOf(language), { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(first);
}

/** A year, `YYYY`, as a language writes it. */
export function yearText(year: string, language: string): string {
  return dateFormat(localeOf(language), { year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${year}-01-01T00:00:00Z`),
  );
}

/** How many of something, in the digits of a language. */
export const countText = (count: number, language: string): string =>
  new Intl.NumberFormat(localeOf(language)).format(count);

/** An instant on the clock of a zone, with the zone's offset: `4 May 2026, 10:05 UTC+1`. */
export function instantText(instant: Date, language: string, timeZone: string): string {
  return `${dayAndTime(language, timeZone).format(instant)} ${offsetText(instant, timeZone)}`;
}

/** From one instant to another: `4 May 2026, 10:00–12:00 UTC+1`; the later day is written where it differs. */
export function rangeText(start: Date, end: Date, language: string, timeZone: string): string {
  return `${dayAndTime(language, timeZone).formatRange(start, end)} ${offsetText(start, timeZone)}`;
}

/** How far a zone's clock is from UTC at an instant: `UTC+1`, `UTC−3:30`, `UTC`. */
export function offsetText(at: Date, timeZone: string): string {
  const parts = dateFormat('en', { timeZone, timeZoneName: 'shortOffset' }).formatToParts(at);
  const name = parts.find((part) => part.type === 'timeZoneName')?.value ?? '';
  return name.replace('GMT', 'UTC').replace('-', '−').replace(/\+0$/, '');
}

/** The 24-hour clock in every language: agencies and screens agree on it. */
const dayAndTime = (language: string, timeZone: string) =>
  dateFormat(localeOf(language), {
    timeZone,
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
