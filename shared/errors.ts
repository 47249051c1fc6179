/**
 * Every error that the API can answer: its code, HTTP status and title. The codes are the anchors of
 * `docs/problems.md`, to which a problem's `type` points (RFC 9457, section 3.1.1).
 */
export const problems = {
  malformed: [400, 'The request is malformed'],
  unauthenticated: [401, 'A valid bearer token is needed'],
  forbidden: [403, 'Your role does not allow this'],
  'not-found': [404, 'There is nothing at this address'],
  'illegal-transition': [409, 'The statement is not in a state that allows this'],
  'path-taken': [409, 'Another statement has this address'],
  'attachment-not-ready': [409, 'An attachment is not ready to be public'],
  'request-in-progress': [409, 'The same request is still being carried out'],
  'stale-version': [412, 'The statement has changed since you read it'],
  'too-large': [413, 'A limit is exceeded'],
  'unsupported-media-type': [415, 'The content type is not supported'],
  invalid: [422, 'A field has a value that is not allowed'],
  'idempotency-mismatch': [422, 'The idempotency key was used for another request'],
  'version-required': [428, 'If-Match is needed'],
  internal: [500, 'Something went wrong on our side'],
} as const satisfies Record<string, readonly [number, string]>;
export type ProblemCode = keyof typeof problems;

/** One field at fault: a JSON pointer (RFC 6901) into the request's body, or the name of a query parameter. */
export type FieldError = { pointer: string; detail: string };

type Extras = { errors?: FieldError[]; headers?: Record<string, string>; cause?: unknown };

/** A refusal that the client is told about. `detail` is in plain words and safe to show. */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly errors: FieldError[] | undefined;
  readonly headers: Record<string, string>;

  constructor(code: ProblemCode, detail: string, extras: Extras = {}) {
    super(detail, { cause: extras.cause });
    this.name = 'Problem';
    this.code = code;
    this.errors = extras.errors;
    this.headers = extras.headers ?? {};
  }

  get status(): number {
    return problems[this.code][0];
  }
}

/** Throws a refusal of fields at fault, in whose words it says the first of them, and how many more there are. */
export function refuseFields(code: ProblemCode, errors: FieldError[]): never {
  const [first] = errors;
  const more = errors.length > 1 ? ` (and ${errors.length - 1} more)` : '';
  throw new Problem(code, `${first?.pointer || 'The body'} ${first?.detail}${more}`, { errors });
}

/** The body of a problem answer (RFC 9457). `docs` is the address of the page that explains the codes. */
export function problemDetails(problem: Problem, docs: string, requestId: string) {
  return {
    type: `${docs}#${problem.code}`,
    title: problems[problem.code][1],
    status: problem.status,
    detail: problem.message,
    ...(problem.errors && { errors: problem.errors }),
    requestId,
  };
}
