import * as z from 'zod';

/** The limits of the API, by the names that a refusal gives them. Sizes in the unit of the name. */
export const limits = {
  titleCharacters: 300,
  bodyBytes: 200 * 1024,
  topics: 20,
  attachments: 50,
  attachmentBytes: 100 * 1024 * 1024,
  attachmentNameCharacters: 200,
  turns: 1000,
  summaryCharacters: 1000,
  speakers: 100,
  contacts: 20,
  slugCharacters: 100,
  idempotencyKeyCharacters: 255,
  restrictedTo: 50,
  openPreviews: 50,
  previewHours: 30 * 24,
  previewOpenings: 1000,
} as const;

/** One line of text, of at most so many characters: of the cleaned text, which JSON Schema is told in `meta`. */
export const line = (max: number) =>
  z
    .string()
    .transform(cleanLine)
    .pipe(z.string().min(1, 'is empty').max(max))
    .meta({ minLength: 1, maxLength: max });

/** A text of lines, of at most so many characters. */
export const paragraphs = (max: number) =>
  z
    .string()
    .transform((text) => cleanText(text).trim())
    .pipe(z.string().min(1, 'is empty').max(max))
    .meta({ minLength: 1, maxLength: max });

const Speaker = z.union([line(200), z.strictObject({ name: line(200), role: line(300).optional() })]);
export type Speaker = z.output<typeof Speaker>;

/** A speaker's name, however the statement gives it. */
export const speakerName = (speaker: Speaker): string =>
  typeof speaker === 'string' ? speaker : speaker.name;

export const Contact = z.strictObject({
  label: line(200),
  phone: line(50).optional(),
  email: z.email().optional(),
  url: z.url({ protocol: /^https?$/ }).optional(),
});
export type Contact = z.output<typeof Contact>;

/** When and where, of an event notice. Instants carry their offset: nobody should guess time zones. */
export const EventTime = z
  .strictObject({
    start: z.iso.datetime({
      offset: true,
      error: 'is not a date and time with an offset, like 2026-05-04T10:00:00+02:00',
    }),
    end: z.iso.datetime({ offset: true, error: 'is not a date and time with an offset' }).optional(),
    place: line(300),
  })
  .refine((event) => !event.end || Date.parse(event.end) >= Date.parse(event.start), {
    path: ['end'],
    error: 'is before the start',
  });
export type EventTime = z.output<typeof EventTime>;

/**
 * A file that goes with a statement, by the id of its upload. What the upload itself says can be sent back as it was
 * read; it is not taken from here.
 */
export const Attached = z.strictObject({
  id: z.string().max(60),
  title: line(300).optional(),
  alt: line(500).optional(),
  name: z.unknown().optional(),
  file: z.unknown().optional(),
  mediaType: z.unknown().optional(),
  size: z.unknown().optional(),
});
export type Attached = z.output<typeof Attached>;

/** The names or subjects of those who may read what isn't public; none of them: everybody in the office. */
export const RestrictedTo = z.array(line(200)).max(limits.restrictedTo);

const topic = z
  .string()
  .regex(/^[\p{Ll}\p{Lo}\p{N}]+(-[\p{Ll}\p{Lo}\p{N}]+)*$/u, 'is not lower-case words joined by hyphens')
  .max(60);

/**
 * What a press officer writes: the one source of the API's types, its validation and its documentation.
 * `type` and `language` are checked against the site file by `statement/accept.ts`.
 */
export const Content = z.strictObject({
  type: z.string().max(60),
  language: z.string().max(35),
  title: line(limits.titleCharacters),
  body: z.string().transform(cleanText).pipe(z.string().min(1, 'is empty')),
  summary: line(limits.summaryCharacters).optional(),
  date: z.iso.date({ error: 'is not a day like 2026-05-04' }),
  slug: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'is not lower-case letters and digits joined by hyphens')
    .max(limits.slugCharacters)
    .optional(),
  topics: z.array(topic).max(limits.topics).default([]),
  speakers: z.array(Speaker).max(limits.speakers).default([]),
  contacts: z.array(Contact).max(limits.contacts).default([]),
  attachments: z.array(Attached).max(limits.attachments).optional(),
  event: EventTime.optional(),
  delivery: z.enum(['verbatim', 'as-drafted', 'notes']).optional(),
  translationOf: z.string().max(60).optional(),
});
export type Content = z.output<typeof Content>;

/** One line of text: normalised (NFC), white space and control characters folded into single spaces. */
function cleanLine(text: string): string {
  return cleanText(text).replaceAll(/\s+/g, ' ').trim();
}

/**
 * A text as it is kept: well formed, NFC, LF line ends, without the control characters that XML 1.0 and
 * JSON readers choke on (https://www.w3.org/TR/xml/#charsets). Words, spaces and dashes stay as written.
 */
function cleanText(text: string): string {
  return (
    text
      .toWellFormed()
      .normalize('NFC')
      .replaceAll(/\r\n?/g, '\n')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is being removed
      .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufeff\ufffe\uffff]/g, '')
  );
}
