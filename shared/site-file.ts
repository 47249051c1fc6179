import * as z from 'zod';
import { toPointer } from './json-pointer.ts';
import { defaultReference, isReferencePattern } from './statement/reference.ts';

/** A text in the site's languages: `{ en: 'Press release', fr: 'Communiqué de presse' }`. */
export const Names = z.record(z.string(), z.string().min(1));

const Contact = z.strictObject({
  label: Names,
  phone: z.string().min(1).optional(),
  email: z.email().optional(),
  url: z.url({ protocol: /^https?$/ }).optional(),
});

/** The name of a time zone: `Europe/Lisbon`. */
export const TimeZone = z.string().refine(isTimeZone, 'is not a time zone of the IANA database');

/** One language of the site. `labels` replaces or adds words of the built-in set, by their key. */
const Language = z.strictObject({
  code: z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'is not a language tag (BCP 47)'),
  name: z.string().min(1),
  dir: z.enum(['ltr', 'rtl']).default('ltr'),
  labels: z.record(z.string(), z.union([z.string(), z.array(z.string())])).default({}),
});

/** A kind of statement. `turns` says that its text is read for speakers' turns. */
const Type = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'is not lower-case words joined by hyphens'),
  names: Names.optional(),
  turns: z.boolean().default(false),
});

const builtInTypes: z.input<typeof Type>[] = [
  { id: 'press-release' },
  { id: 'statement' },
  { id: 'transcript', turns: true },
  { id: 'interview', turns: true },
  { id: 'media-reply', turns: true },
  { id: 'event-notice' },
];

/** The site file (`infra/site.json`): everything about one newsroom that is not a statement. */
export const SiteFile = z
  .strictObject({
    id: z.string().regex(/^[a-z][a-z0-9-]{1,30}$/, 'is not 2 to 31 lower-case letters, digits or hyphens'),
    name: Names,
    languages: z.array(Language).min(1),
    clocks: z.array(z.strictObject({ city: Names, timeZone: TimeZone })).default([]),
    contacts: z.array(Contact).default([]),
    timeZone: TimeZone,
    types: z.array(Type).min(1).prefault(builtInTypes),
    topics: z.array(z.strictObject({ id: z.string().min(1), names: Names })).default([]),
    reference: z
      .string()
      .max(60)
      .regex(/^[\p{L}\p{N}\p{P}\p{S} ]+$/u, 'is not one line of letters, digits and signs')
      .refine(isReferencePattern, 'does not have {year} and {number} once each, and no other braces')
      .default(defaultReference),
    review: z.enum(['required', 'optional']).default('required'),
    undoSeconds: z.int().min(0).max(900).default(60),
    subscribeRate: z
      .strictObject({ perAddress: z.int().min(1), perClient: z.int().min(1) })
      .default({ perAddress: 3, perClient: 20 }),
    dev: z.boolean().default(false),
    theme: z
      .strictObject({
        accent: z.string().regex(/^#[0-9a-fA-F]{6}$/, 'is not a colour like #1d4f8b'),
        logo: z.string().optional(),
      })
      .default({ accent: '#1d4f8b' }),
    origin: z.url({ protocol: /^https?$/ }).transform((origin) => origin.replace(/\/+$/, '')),
    from: z.string().min(3),
  })
  .superRefine((site, context) => {
    const codes = site.languages.map((language) => language.code);
    const nameIn = (names: Record<string, string>, path: (string | number)[]) => {
      for (const code of codes)
        if (!names[code]) context.addIssue({ code: 'custom', path: [...path, code], message: 'is missing' });
    };
    nameIn(site.name, ['name']);
    site.clocks.forEach((clock, i) => {
      nameIn(clock.city, ['clocks', i, 'city']);
    });
    site.contacts.forEach((contact, i) => {
      nameIn(contact.label, ['contacts', i, 'label']);
    });
    site.topics.forEach((topic, i) => {
      nameIn(topic.names, ['topics', i, 'names']);
    });
    unique(codes, (i) => ['languages', i, 'code'], context);
    unique(
      site.types.map((type) => type.id),
      (i) => ['types', i, 'id'],
      context,
    );
  });
export type SiteFile = z.output<typeof SiteFile>;

/** Thrown for a site file that doesn't hold; the message names each mistake by its JSON pointer (RFC 6901). */
export class SiteFileError extends Error {}

/** Checks a parsed site file. Throws `SiteFileError`. */
export function parseSiteFile(json: unknown): SiteFile {
  const result = SiteFile.safeParse(json);
  if (result.success) return result.data;
  const lines = result.error.issues.map((issue) => `${toPointer(issue.path) || '/'}: ${issue.message}`);
  throw new SiteFileError(
    `The site file has ${lines.length === 1 ? 'a mistake' : 'mistakes'}:\n${lines.join('\n')}`,
  );
}

/** The site's settings for one language code; undefined if the site doesn't speak it. */
export function languageOf(site: SiteFile, code: string) {
  return site.languages.find((language) => language.code === code);
}

/** An offset (`+02:00`), which Intl takes too, knows nothing of daylight saving. */
function isTimeZone(name: string): boolean {
  if (/^[+-]/.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

function unique(values: string[], pathOf: (index: number) => (string | number)[], context: z.RefinementCtx) {
  values.forEach((value, index) => {
    if (values.indexOf(value) < index)
      context.addIssue({ code: 'custom', path: pathOf(index), message: `stands twice: ${value}` });
  });
}
