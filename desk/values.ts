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
] as const;
export type FieldName = (typeof fieldNames)[number];

/** What stands in the form, each field as one text: topics divided by spaces, speakers one a line. */
export type Values = Record<FieldName, string>;

/** The form's values for a text as the API gave it. */
export function valuesOf({ type, language, date, title, summary, topics, speakers, body }: Part): Values {
  const lines = speakers.map((speaker) =>
    typeof speaker === 'string' ? speaker : [speaker.name, speaker.role].filter(Boolean).join(', '),
  );
  return {
    type,
    language,
    date,
    title,
    summary: summary ?? '',
    topics: topics.join(' '),
    speakers: lines.join('\n'),
    body: body ?? '',
  };
}

/** The body of `POST /statements` and `POST /preview` for what stands in the form: empty fields are left out. */
export function newBody(values: Values): Record<string, unknown> {
  const whole = fieldNames.map((name) => [name, jsonOf(name, values[name])] as const);
  return Object.fromEntries(whole.filter(([, value]) => value !== null));
}

/**
 * The merge patch from `base` to `values`: only what was changed, so that what the form can't show of a field,
 * such as a name with a comma in it, stays as it is.
 */
export function patchBody(base: Values, values: Values): Record<string, unknown> {
  const changed = fieldNames.filter((name) => values[name] !== base[name]);
  return Object.fromEntries(changed.map((name) => [name, jsonOf(name, values[name])]));
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

/** A field's value in JSON; null for one that is empty and may be left out. */
function jsonOf(name: FieldName, value: string): unknown {
  if (name === 'topics') return value.split(' ').filter(Boolean);
  if (name === 'speakers') return value.split('\n').map(speakerOf).filter(Boolean);
  const optional = name === 'summary' || name === 'date';
  return optional && value.trim() === '' ? null : value;
}

/** `Anna Maria Ruiz, Minister of Fisheries, Aveline`: the name ends at the first comma. */
function speakerOf(line: string): { name: string; role?: string } | undefined {
  const [name = '', ...rest] = line.split(',').map((part) => part.trim());
  if (!name) return undefined;
  const role = rest.join(', ');
  return role ? { name, role } : { name };
}
