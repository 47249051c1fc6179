import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import * as z from 'zod';
import { dayIn } from '../../shared/statement/day.ts';

/** The front of a sample's file: fields of the API, but for the days, which are counted from today. */
const Front = z.looseObject({
  daysAgo: z.int(),
  type: z.string(),
  language: z.string(),
  event: z.object({ inDays: z.int(), from: z.string(), to: z.string(), place: z.string() }).optional(),
});

/** One statement of the sample newsroom: its file's name, and what `POST /statements` is sent. */
export type Sample = { name: string; statement: Fields };
type Fields = { date: string; type: string; language: string; [field: string]: unknown };

const folder = join(import.meta.dirname, 'sample');
const dayMilliseconds = 24 * 60 * 60 * 1000;

/** The sample newsroom as of `now`, oldest first; its days and hours are those of `timeZone`. */
export function readSamples(now: Date, timeZone: string): Sample[] {
  return globSync('*.md', { cwd: folder })
    .map((file) => {
      const { front, body } = parts(readFileSync(join(folder, file), 'utf8'));
      const { daysAgo, event, ...fields } = Front.parse(JSON.parse(front));
      const date = dayAfter(-daysAgo, now, timeZone);
      const time = event && eventTime(event, now, timeZone);
      const statement = { ...fields, date, body, ...(time && { event: time }) };
      return { name: basename(file, '.md'), statement };
    })
    .sort((a, b) => a.statement.date.localeCompare(b.statement.date) || a.name.localeCompare(b.name));
}

/** The front and the text of a Markdown file: the front is JSON between `---json` and `---`. */
function parts(file: string): { front: string; body: string } {
  const [, front, body] = /^---json\n(.*?)\n---\n\n(.*)$/s.exec(file) ?? [];
  if (!front || !body) throw new Error('A sample begins with JSON between ---json and ---');
  return { front, body };
}

function eventTime(
  { inDays, from, to, place }: NonNullable<z.output<typeof Front>['event']>,
  now: Date,
  timeZone: string,
) {
  const day = dayAfter(inDays, now, timeZone);
  const at = (time: string) => `${day}T${time}:00${offsetOn(day, timeZone)}`;
  return { start: at(from), end: at(to), place };
}

const dayAfter = (days: number, now: Date, timeZone: string): string =>
  dayIn(timeZone, new Date(now.getTime() + days * dayMilliseconds));

/** The zone's offset at noon of a day, as ISO 8601 writes it: `+01:00`. */
function offsetOn(day: string, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' }).formatToParts(
    new Date(`${day}T12:00:00Z`),
  );
  const name = parts.find((part) => part.type === 'timeZoneName')?.value ?? '';
  return name.replace('GMT', '') || '+00:00';
}
