import type * as z from 'zod';
import { type Resource, TemplateError } from './template.ts';

/**
 * The properties of a resource, read by a schema of what the local stack is true to. What else the template says stops
 * the start, with the property's path, rather than being skipped.
 */
export function understood<Schema extends z.ZodType>(
  schema: Schema,
  { stack, logicalId, properties }: Resource,
): z.output<Schema> {
  const result = schema.safeParse(properties);
  if (result.success) return result.data;
  const issues = result.error.issues.map((issue) => {
    const keys = issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys.join(', ')] : issue.path;
    return `${[logicalId, ...keys].join('.')}: the local stack does not understand it (${issue.message})`;
  });
  throw new TemplateError(`${stack}: ${issues.join('; ')}`);
}
