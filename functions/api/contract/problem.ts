import * as z from 'zod';
import type { ProblemCode } from '../../../shared/errors.ts';

/** The body of a refusal (RFC 9457), as `shared/errors.ts` writes it. */
export const ProblemDetails = z.object({
  type: z.url(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  errors: z.array(z.object({ pointer: z.string(), detail: z.string() })).optional(),
  requestId: z.string(),
});

/** What an answer of each problem may say in `detail`, for the document's examples. */
export const sampleDetails: Record<ProblemCode, string> = {
  malformed: 'The body is not JSON.',
  unauthenticated: 'Send a bearer token in the Authorization header.',
  forbidden: 'To withdraw takes the role editor or higher; yours is author. You can: edit, submit, note.',
  'not-found': 'There is no statement with this id.',
  'illegal-transition':
    'A draft can be submitted for review. This statement is live and has no work copy. You can: edit, withdraw, note.',
  'path-taken': 'Another statement has the slug low-tide-count on 2026-05-04.',
  'attachment-not-ready': 'The attachment 5f0c… is awaiting its upload.',
  'request-in-progress': 'The same request is still being carried out. Ask again in a moment.',
  'stale-version': 'The statement is at version 4 now. Read it again, then repeat your change.',
  'too-large': '/body is over its limit of 204800 bytes: 204812',
  'unsupported-media-type': 'Send application/json, not text/plain.',
  invalid: '/title is empty',
  'idempotency-mismatch':
    'This Idempotency-Key came with another request before. A new request needs a new key.',
  'version-required': 'Send If-Match with the ETag that you read, so that nobody else’s change is lost.',
  internal: 'The request failed. It can be sent again.',
};

/** Headers that come with a problem, beside those of every answer. */
export const problemHeaders: Partial<Record<ProblemCode, string[]>> = {
  'stale-version': ['ETag'],
  'unsupported-media-type': ['Accept'],
  'request-in-progress': ['Retry-After'],
};
