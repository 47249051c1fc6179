import type { Check, Finding } from './check.ts';

/** A statement's date is seldom further from today than this, in days. */
const mostDays = 31;

/** A date far from today, unless the public has it already; an event that is over, or is missing. */
export const dates: Check = ({ content: { date, type, event }, publicDate, today, now }) => {
  const findings: Finding[] = [];
  const days = Math.round((Date.parse(date) - Date.parse(today)) / 86_400_000);
  if (date !== publicDate && Math.abs(days) > mostDays)
    findings.push({
      code: 'far-date',
      message: `The date ${date} is ${Math.abs(days)} days ${days < 0 ? 'past' : 'ahead'}; today is ${today}.`,
      pointer: '/date',
    });
  if (event && publicDate === undefined && Date.parse(event.end ?? event.start) < now.getTime())
    findings.push({ code: 'past-event', message: 'The event is over already.', pointer: '/event/start' });
  if (type === 'event-notice' && !event)
    findings.push({
      code: 'missing-event',
      message: 'The event notice does not say when and where.',
      pointer: '/event',
    });
  return findings;
};
