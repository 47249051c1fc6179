import type { Description, RequestBody } from '../../functions/api/contract/description.ts';
import { problemHeaders, sampleDetails } from '../../functions/api/contract/problem.ts';
import { type ProblemCode, problems } from '../../shared/errors.ts';
import { withHeaders } from './headers.ts';
import { refTo, schemaOf } from './schemas.ts';

const codes = Object.keys(problems).filter((code): code is ProblemCode => code in problems);

/** The answers of a call that refuse it, by status. */
export function problemAnswers(method: string, path: string, description: Description) {
  const possible = problemsOf(method, path, description);
  const byStatus = Map.groupBy(
    codes.filter((code) => possible.has(code)),
    (code) => problems[code][0],
  );
  const answers = [...byStatus].map(([status, some]) => [status, problemAnswer(some)]);
  return { ...Object.fromEntries(answers), 429: { $ref: '#/components/responses/TooManyRequests' } };
}

/** What a call can be refused with: what its parts bring along, and what its description adds. */
function problemsOf(
  method: string,
  path: string,
  { changes, query, body, problems = [] }: Description,
): Set<ProblemCode> {
  return new Set<ProblemCode>([
    'unauthenticated',
    'forbidden',
    'internal',
    ...problems,
    ...(path.includes('{id}') ? (['not-found'] as const) : []),
    ...(changes ? (['version-required', 'stale-version'] as const) : []),
    ...(query ? (['malformed', 'invalid'] as const) : []),
    ...(body ? (['malformed', 'unsupported-media-type'] as const) : []),
    ...(body && hasFields(body) ? (['invalid'] as const) : []),
    ...(method === 'POST' ? (['malformed', 'request-in-progress', 'idempotency-mismatch'] as const) : []),
  ]);
}

const hasFields = ({ schema }: RequestBody) => Object.keys(schemaOf(schema)['properties'] ?? {}).length > 0;

function problemAnswer(some: ProblemCode[]) {
  const headers = some.flatMap((code) => problemHeaders[code] ?? []);
  return {
    description: some.map((code) => `\`${code}\`: ${problems[code][1]}.`).join(' '),
    ...withHeaders(headers),
    content: {
      'application/problem+json': {
        schema: refTo('Problem'),
        examples: Object.fromEntries(some.map((code) => [code, { $ref: `#/components/examples/${code}` }])),
      },
      ...(some.includes('unauthenticated') && { 'application/json': { schema: refTo('GatewayMessage') } }),
    },
  };
}

/** An example of each problem. */
export const problemExamples = Object.fromEntries(
  codes.map((code) => {
    const [status, title] = problems[code];
    const value = {
      type: `https://press.example/docs/problems/#${code}`,
      title,
      status,
      detail: sampleDetails[code],
      requestId: 'JKJaXmPLvHcESHA=',
    };
    return [code, { summary: title, value }];
  }),
);
