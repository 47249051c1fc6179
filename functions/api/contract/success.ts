import type * as z from 'zod';
import { StatementView } from './answers.ts';
import type { SuccessAnswer } from './description.ts';

/** A JSON answer by a schema. */
export function json(says: string, schema: z.ZodType, example: unknown): SuccessAnswer {
  return { status: 200, says, content: { schema, example } };
}

/** A statement as it is now, which the next change names by its ETag. */
export function statement(example: unknown, says = 'The statement, with its texts.'): SuccessAnswer {
  return { ...json(says, StatementView, example), headers: ['ETag'] };
}
