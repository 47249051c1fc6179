import * as z from 'zod/mini';
import { type FieldError, Refusal } from './refusal.ts';
import { currentToken } from './sign-in.ts';
import { Statement } from './statement.ts';

const Page = z.object({ items: z.array(Statement), next: z.nullable(z.string()) });
const Finding = z.object({
  severity: z.enum(['warning', 'remark']),
  message: z.string(),
  pointer: z.string(),
  place: z.optional(z.object({ line: z.number(), excerpt: z.string() })),
});
export type Finding = z.output<typeof Finding>;
const Findings = z.object({ items: z.array(Finding) });
const Counts = z.record(z.string(), z.number());
const Person = z.object({ name: z.string(), role: z.string(), actions: z.array(z.string()) });
const ProblemDetails = z.object({
  title: z.string(),
  detail: z.string(),
  errors: z.optional(z.array(z.object({ pointer: z.string(), detail: z.string() }))),
});

/** A statement as it was read or left by a change, and the ETag that the next change must name. */
export type Read = { statement: Statement; etag: string };
type Call = { body?: unknown; etag?: string; key?: string };

/** Who is signed in, and what they may do. */
export const readMe = async () => Person.parse(await (await call('GET', '/me')).json());

/** One page of statements, newest first. */
export async function listStatements(query: Record<string, string>): Promise<z.output<typeof Page>> {
  return Page.parse(await (await call('GET', `/statements?${new URLSearchParams(query)}`)).json());
}

/** How many statements stand in each list. */
export const readCounts = async () => Counts.parse(await (await call('GET', '/statements/counts')).json());

export const readStatement = async (id: string): Promise<Read> =>
  read(await call('GET', `/statements/${id}`));

/** Creates a draft. `key` makes a second try of the same request harmless. */
export const createStatement = async (body: object, key: string): Promise<Read> =>
  read(await call('POST', '/statements', { body, key }));

/** Changes the work copy of a statement by a merge patch. */
export const patchStatement = async (id: string, body: object, etag: string): Promise<Read> =>
  read(await call('PATCH', `/statements/${id}`, { body, etag }));

/** Does one of the statement's actions. A second try on the same version is the same request. */
export const actOn = async (id: string, action: string, body: object, etag: string): Promise<Read> =>
  read(await call('POST', `/statements/${id}/${action}`, { body, etag, key: `${action} ${id} ${etag}` }));

export const deleteStatement = async (id: string, etag: string): Promise<void> => {
  await call('DELETE', `/statements/${id}`, { etag });
};

/** What a careful editor would ask before this goes out. */
export const readChecks = async (id: string): Promise<Finding[]> =>
  Findings.parse(await (await call('GET', `/statements/${id}/checks`)).json()).items;

/** The reader's page of a text that is stored nowhere, as HTML. */
export const previewStatement = async (body: object): Promise<string> =>
  (await call('POST', '/preview', { body })).text();

/** Asks the API. Throws `Refusal` for whatever it doesn't grant, and for a connection that fails. */
export async function call(method: string, path: string, { body, etag, key }: Call = {}): Promise<Response> {
  const headers = new Headers({ Authorization: `Bearer ${currentToken() ?? ''}` });
  if (body) headers.set('Content-Type', 'application/json');
  if (etag) headers.set('If-Match', etag);
  if (key) headers.set('Idempotency-Key', key);
  const response = await fetch(`/api/v1${path}`, {
    method,
    headers,
    ...(body !== undefined && { body: JSON.stringify(body) }),
  }).catch((cause: unknown) => {
    throw new Refusal(
      0,
      'The newsroom can’t be reached. Your text is kept in this tab; try again.',
      [],
      cause,
    );
  });
  if (!response.ok) throw await refusalOf(response);
  return response;
}

async function read(response: Response): Promise<Read> {
  return { statement: Statement.parse(await response.json()), etag: response.headers.get('ETag') ?? '' };
}

async function refusalOf(response: Response): Promise<Refusal> {
  const problem = ProblemDetails.safeParse(await response.json().catch(() => undefined));
  if (!problem.success)
    return new Refusal(response.status, `The newsroom answered ${response.status}. Try again.`);
  const { title, detail, errors } = problem.data;
  return new Refusal(response.status, detail || title, errors satisfies FieldError[] | undefined);
}
