import type * as z from 'zod';
import type { ProblemCode } from '../../../shared/errors.ts';
import type { Action } from '../../../shared/statement/transitions.ts';

/** One call as the OpenAPI document describes it. What follows from its method and path is not said here. */
export type Description = {
  /** Its operationId: a verb and what it is done to. */
  id: string;
  tag: 'statements' | 'life' | 'past' | 'previews' | 'attachments' | 'newsroom';
  /** One line, without a full stop. */
  summary: string;
  /** What a caller has to know beside that, in CommonMark. */
  more?: string;
  /** The action of the table of transitions by which roles and the review rule are decided. */
  action?: Action;
  /** Whether it changes a statement that there is: then it needs If-Match. */
  changes?: true;
  query?: z.ZodObject;
  body?: RequestBody;
  answer: SuccessAnswer;
  /** Problems that don't follow from the above. */
  problems?: ProblemCode[];
};

/** `schema` is what the body is read by. JSON, unless other types are named. */
export type RequestBody = { schema: z.ZodType; example: object; isOptional?: boolean; types?: string[] };

export type SuccessAnswer = {
  status: 200 | 201 | 204;
  /** What it is, in a phrase. */
  says: string;
  /** Headers beside Content-Type and Cache-Control. */
  headers?: string[];
  /** JSON by a schema, or another media type; neither where nothing is sent. */
  content?: { schema: z.ZodType; example: unknown } | { type: string };
};
