import * as z from 'zod';
import { words } from '../../functions/api/contract/words.ts';

/** A JSON Schema (2020-12), as far as these files look into it. */
export type Schema = Record<string, unknown>;

const componentAt = (name: string) => `#/components/schemas/${name}`;
export const refTo = (name: string) => ({ $ref: componentAt(name) });

/**
 * The JSON Schemas of what requests and answers are read by, under `components`. They are those of what is sent:
 * what a default fills in may be left out, and a field of an answer that is not named may come to it some day.
 */
export function componentSchemas(schemas: Map<z.ZodType, string>): Record<string, Schema> {
  const registry = z.registry<{ id: string }>();
  for (const [schema, id] of schemas) registry.add(schema, { id });
  const made = z.toJSONSchema(registry, {
    io: 'input',
    uri: componentAt,
    override: ({ jsonSchema }) => tidy(jsonSchema),
  });
  return Object.fromEntries(
    Object.entries(made.schemas).map(([name, { $schema: _, $id: __, ...schema }]) => [
      name,
      explained(schema, name),
    ]),
  );
}

/** The JSON Schema of a value by itself: a parameter's. */
export function schemaOf(schema: z.ZodType): Schema {
  const { $schema: _, ...made } = z.toJSONSchema(schema, {
    io: 'input',
    override: ({ jsonSchema }) => tidy(jsonSchema),
  });
  return made;
}

/** Leaves out what zod says beside a format and an integer: a pattern, and the bounds of JavaScript's numbers. */
function tidy(schema: Schema): void {
  if (schema['format'] !== undefined) delete schema['pattern'];
  if (schema['maximum'] === Number.MAX_SAFE_INTEGER) delete schema['maximum'];
  if (schema['minimum'] === Number.MIN_SAFE_INTEGER) delete schema['minimum'];
}

/** What the field at a path like `LivePart.withdrawn.reason` is, by the longest end of it that has words. */
export function wordsFor(path: string): Schema {
  const names = path.split('.');
  const said = names.map((_, index) => words[names.slice(index).join('.')]).find((one) => one !== undefined);
  return typeof said === 'string' ? { description: said } : { ...said };
}

/** A schema whose fields say what they are. */
function explained(schema: Schema, path: string): Schema {
  return Object.fromEntries(
    Object.entries(schema).map(([keyword, value]) => {
      if (keyword === 'properties') return [keyword, explainedFields(value, path)];
      if (Array.isArray(value))
        return [keyword, value.map((one) => (isSchema(one) ? explained(one, path) : one))];
      return [keyword, keyword !== 'default' && isSchema(value) ? explained(value, path) : value];
    }),
  );
}

function explainedFields(fields: unknown, path: string): Schema {
  return Object.fromEntries(
    Object.entries(isSchema(fields) ? fields : {}).map(([name, field]) => {
      const at = `${path}.${name}`;
      return [name, { ...(isSchema(field) ? explained(field, at) : {}), ...wordsFor(at) }];
    }),
  );
}

const isSchema = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
