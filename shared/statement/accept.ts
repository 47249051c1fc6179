import * as z from 'zod';
import { type FieldError, Problem, refuseFields } from '../errors.ts';
import { toPointer } from '../json-pointer.ts';
import { languageOf, type SiteFile } from '../site-file.ts';
import { Content, limits, RestrictedTo } from './content.ts';
import { mergePatch } from './merge-patch.ts';
import type { KeptContent } from './statement.ts';

/** The body of `POST /statements`: a text, perhaps to be published in the same call, or for some alone to read. */
export const NewStatement = Content.extend({
  date: Content.shape.date.optional(),
  publish: z.boolean().default(false),
  restrictedTo: RestrictedTo.default([]),
});

/** Reads the body of `POST /statements`. `today` is the date of a statement that names none. Throws `Problem`. */
export function acceptNew(
  site: SiteFile,
  input: unknown,
  today: string,
): { content: Content; publish: boolean; restrictedTo: string[] } {
  const { publish, restrictedTo, ...given } = parse(NewStatement, input);
  if (publish && restrictedTo.length > 0)
    refuseFields('invalid', [{ pointer: '/restrictedTo', detail: 'is not for what is published at once' }]);
  const content: Content = { ...given, date: given.date ?? today };
  checkAgainstSite(site, content);
  return { content, publish, restrictedTo };
}

/** Reads a merge patch (RFC 7396) of a work copy's text and answers the text that it makes. Throws `Problem`. */
export function acceptPatch(site: SiteFile, content: KeptContent | undefined, patch: unknown): Content {
  if (typeof patch !== 'object' || patch === null || Array.isArray(patch))
    throw new Problem('malformed', 'A merge patch is a JSON object.');
  const patched = parse(Content, mergePatch(content, patch));
  checkAgainstSite(site, patched);
  return patched;
}

/** Parses by a schema. Throws `Problem`: `too-large` and `invalid` for values, `malformed` for the form. */
export function parse<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  const errors = result.error.issues.flatMap(fieldErrors);
  const malformed = result.error.issues.some((issue) => structural.has(issue.code));
  refuseFields(malformed ? 'malformed' : 'invalid', errors);
}

/** What a schema says of the request's form, where everything else is about a value. */
const structural = new Set(['invalid_type', 'unrecognized_keys', 'invalid_union']);

function fieldErrors(issue: z.core.$ZodIssue): FieldError[] {
  const pointer = toPointer(issue.path);
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({
      pointer: toPointer([...issue.path, key]),
      detail: 'is not a known field',
    }));
  if (issue.code === 'too_big') {
    const unit = issue.origin === 'array' ? 'entries' : 'characters';
    return [{ pointer, detail: `is over its limit of ${issue.maximum} ${unit}` }];
  }
  return [{ pointer, detail: issue.message }];
}

/** Throws `too-large` or `invalid` for a text that the site has no place for: its size, language and type. */
export function checkAgainstSite(
  site: SiteFile,
  content: Pick<KeptContent, 'body' | 'language' | 'type'>,
): void {
  const bytes = new TextEncoder().encode(content.body).length;
  if (bytes > limits.bodyBytes)
    refuseFields('too-large', [
      { pointer: '/body', detail: `is over its limit of ${limits.bodyBytes} bytes: ${bytes}` },
    ]);
  const errors: FieldError[] = [];
  if (!languageOf(site, content.language))
    errors.push(
      notAmong(
        '/language',
        site.languages.map((language) => language.code),
      ),
    );
  if (!site.types.some((type) => type.id === content.type))
    errors.push(
      notAmong(
        '/type',
        site.types.map((type) => type.id),
      ),
    );
  if (errors.length > 0) refuseFields('invalid', errors);
}

const notAmong = (pointer: string, values: string[]): FieldError => ({
  pointer,
  detail: `is not one of ${values.join(', ')}`,
});
