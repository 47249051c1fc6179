import { dateFormat } from '../date-format.ts';

/** The day, `YYYY-MM-DD`, that it is at an instant in a time zone. A date belongs to the site, not the server. */
export function dayIn(timeZone: string, instant: Date): string {
  const parts = dateFormat('en', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts(instant);
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
  return `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`;
}
