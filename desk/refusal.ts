import { type FieldName, fieldNames } from './values.ts';

/** One field at fault: a JSON pointer (RFC 6901) into what was sent, and what is wrong there. */
export type FieldError = { pointer: string; detail: string };

/** What the API didn't grant, in words for the person at the desk. `status` is 0 when nothing answered. */
export class Refusal extends Error {
  readonly status: number;
  readonly errors: FieldError[];

  constructor(status: number, detail: string, errors: FieldError[] = [], cause?: unknown) {
    super(detail, { cause });
    this.status = status;
    this.errors = errors;
  }
}

/** The form's fields that a refusal can be about. */
export type FormField = FieldName | 'note' | 'significance';

/** Where an error belongs in the form, and its words there: `/speakers/1/name` is line 2 of the speakers. */
export function atField({ pointer, detail }: FieldError): { field: FormField | undefined; words: string } {
  const [, first = '', index] = pointer.split('/');
  const field =
    formFields.find((name) => name === first) ?? (first === 'event' ? eventField(index) : undefined);
  if (!field) return { field, words: `${pointer.slice(1) || 'The text'} ${detail}` };
  const isOfLines = field === 'speakers' || field === 'contacts';
  const place = isOfLines && index !== undefined ? `Line ${Number(index) + 1} ` : 'This ';
  return { field, words: place + detail };
}

const formFields: FormField[] = [...fieldNames, 'note', 'significance'];

function eventField(member = ''): FormField {
  if (member === 'end') return 'eventEnd';
  return member === 'place' ? 'eventPlace' : 'eventStart';
}
