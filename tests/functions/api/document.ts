/** docs/openapi.json as tests read it, and whether a value is what a place in it says. */
import { readFileSync } from 'node:fs';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import * as z from 'zod';

const json: unknown = JSON.parse(readFileSync('docs/openapi.json', 'utf8'));

/** What stands at a JSON pointer of the document. */
export function lookUp(pointer: string): unknown {
  const names = pointer
    .split('/')
    .slice(1)
    .map((name) => name.replaceAll('~1', '/').replaceAll('~0', '~'));
  return names.reduce<unknown>((value, name) => z.record(z.string(), z.unknown()).parse(value)[name], json);
}

/** A part that may stand elsewhere in the document. */
const part = <Part extends z.ZodType>(schema: Part) =>
  z.preprocess((value) => {
    const { data } = z.object({ $ref: z.string() }).safeParse(value);
    return data ? lookUp(data.$ref.slice(1)) : value;
  }, schema);

const Media = z.looseObject({ examples: z.record(z.string(), z.unknown()).optional() });
const Header = z.looseObject({ required: z.boolean().default(false) });
const Parameter = z.looseObject({ name: z.string(), in: z.string(), required: z.boolean().default(false) });
const Answer = z.looseObject({
  headers: z.record(z.string(), part(Header)).default({}),
  content: z.record(z.string(), Media).default({}),
});
const Operation = z.looseObject({
  operationId: z.string(),
  tags: z.array(z.string()),
  parameters: z.array(part(Parameter)).default([]),
  requestBody: z.looseObject({ required: z.boolean(), content: z.record(z.string(), Media) }).optional(),
  responses: z.record(z.string(), part(Answer)),
});
export type Operation = z.output<typeof Operation>;

/** Every operation of the document, with where it stands. */
export const operations = Object.entries(
  z.record(z.string(), z.record(z.string(), Operation)).parse(lookUp('/paths')),
).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({
    ...operation,
    method: method.toUpperCase(),
    path,
    at: pointer('paths', path, method),
  })),
);

const ajv = formats.default(new Ajv2020({ strict: false, allErrors: true }));
// An answer may get more fields for clients; in a test one that the document doesn't have is a mistake.
ajv.addSchema({ ...z.record(z.string(), z.unknown()).parse(closed(json)), $id: 'openapi' });
const validators = new Map<string, ValidateFunction>();

/** What is wrong with a value by the schema at a place in the document; nothing if it holds. */
export function mistakesIn(value: unknown, at: string): string[] {
  const validate = validators.get(at) ?? ajv.compile({ $ref: `openapi#${at}` });
  validators.set(at, validate);
  if (validate(value)) return [];
  return (validate.errors ?? []).map(
    ({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`,
  );
}

/** A JSON pointer as it stands in the fragment of an address. */
export function pointer(...names: string[]): string {
  return names
    .map((name) => `/${encodeURIComponent(name.replaceAll('~', '~0').replaceAll('/', '~1'))}`)
    .join('');
}

/** The same document, its objects without further fields. */
function closed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(closed);
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.fromEntries(Object.entries(value).map(([key, member]) => [key, closed(member)]));
  return members['type'] === 'object' && 'properties' in members
    ? { additionalProperties: false, ...members }
    : members;
}
