import { eventFields, eventIn } from './event-time.ts';
import { contactLines, contactsIn, speakerLines, speakersIn } from './lines.ts';
import type { Part } from './statement.ts';

/** The fields of a statement's form. */
export const fieldNames = [
  'type',
  'language',
  'date',
  'title',
  'summary',
  'topics',
  'speakers',
  'body',
  'slug',
  'delivery',
  'contacts',
  'eventStart',
  'eventEnd',
  'eventZone',
  'eventPlace',
] as const;
export type FieldName = (typeof fieldNames)[number];

/** What stands in the form, each field as one text: topics divided by spaces, speakers and contacts one a line. */
export type Values = Record<FieldName, string>;

/** The form's values for a text as the API gave it; `siteZone` is the time zone of the site. */
export function valuesOf(part: Part, siteZone: string): Values {
  const { type, language, date, title, summary, topics, speakers, body, slug, delivery, contacts, event } =
    part;
  return {
    type,
    language,
    date,
    title,
    summary: summary ?? '',
    topics: topics.join(' '),
    speakers: speakerLines(speakers),
    body: body ?? '',
    slug: slug ?? '',
    delivery: delivery ?? '',
    contacts: contactLines(contacts),
    ...eventFields(event, siteZone),
  };
}

/** The body of `POST /statements` and `POST /preview` for what stands in the form: empty fields are left out. */
export function newBody(values: Values): Record<string, unknown> {
  const event = eventIn(values);
  return withoutNulls({ ...bodyOf(fieldNames, values), event: event && withoutNulls(event) });
}

/**
 * The merge patch from `base` to `values`: only what was changed, so that what the form can't show of a field,
 * such as a name with a comma in it, stays as it is.
 */
export function patchBody(base: Values, values: Values): Record<string, unknown> {
  const changed = fieldNames.filter((name) => values[name] !== base[name]);
  return bodyOf(changed, values);
}

/**
 * My changes to `base` put on top of theirs. Where both changed a field, mine stands, and the field is
 * among the `conflicts`.
 */
export function merged(
  base: Values,
  mine: Values,
  theirs: Values,
): { values: Values; conflicts: FieldName[] } {
  const values = { ...theirs };
  const conflicts: FieldName[] = [];
  for (const name of fieldNames) {
    if (mine[name] === base[name] || mine[name] === theirs[name]) continue;
    values[name] = mine[name];
    if (theirs[name] !== base[name]) conflicts.push(name);
  }
  return { values, conflicts };
}

/** The members that are made of these fields: an event is one, of several. */
const bodyOf = (names: readonly FieldName[], values: Values): Record<string, unknown> =>
  Object.fromEntries(
    names.map((name) =>
      name.startsWith('event') ? ['event', eventIn(values)] : [name, jsonOf(name, values[name])],
    ),
  );

/** A field's value in JSON; null for one that is empty and may be left out. */
function jsonOf(name: FieldName, value: string): unknown {
  if (name === 'topics') return value.split(' ').filter(Boolean);
  if (name === 'speakers') return speakersIn(value);
  if (name === 'contacts') return contactsIn(value);
  return optional.has(name) && value.trim() === '' ? null : value;
}

const optional = new Set<FieldName>(['summary', 'date', 'slug', 'delivery']);

const withoutNulls = (body: object): Record<string, unknown> =>
  Object.fromEntries(Object.entries(body).filter(([, value]) => value !== null));
