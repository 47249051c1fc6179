/** `node infra/openapi.ts` writes docs/openapi.json out of the schemas that the API reads and answers by. */
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import * as z from 'zod';
import { named } from '../functions/api/contract/answers.ts';
import { descriptions } from '../functions/api/contract/descriptions.ts';
import { ProblemDetails } from '../functions/api/contract/problem.ts';
import { NewStatement } from '../shared/statement/accept.ts';
import { limits } from '../shared/statement/content.ts';
import { headers } from './openapi/headers.ts';
import { operationOf } from './openapi/operation.ts';
import { problemExamples } from './openapi/problems.ts';
import { componentSchemas, refTo } from './openapi/schemas.ts';

const GatewayMessage = z.object({ message: z.string() });

const calls = Object.entries(descriptions).map(([route, description]) => {
  const [method = '', path = ''] = route.split(' ');
  return { method, path, description };
});

/** The API's OpenAPI 3.1 document, the same for every newsroom. */
export function openApiDocument() {
  const names = schemaNames();
  const nameOf = (schema: z.ZodType) => names.get(schema) ?? '';
  const paths = Map.groupBy(calls, ({ path }) => path);
  return {
    openapi: '3.1.1',
    info: {
      title: 'Communiqué',
      summary: 'A press office’s newsroom: statements in, a site out.',
      description: introduction,
      version: '1',
      license: { name: 'Apache License 2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/api/v1', description: 'This newsroom' }],
    tags,
    paths: Object.fromEntries(
      [...paths].map(([path, operations]) => [
        path,
        Object.fromEntries(
          operations.map(({ method, description }) => [
            method.toLowerCase(),
            operationOf(method, path, description, nameOf),
          ]),
        ),
      ]),
    ),
    components: {
      schemas: componentSchemas(names),
      examples: problemExamples,
      headers,
      parameters,
      responses: {
        TooManyRequests: {
          description: 'Too many calls at a time. Wait, then send it again.',
          content: { 'application/json': { schema: refTo('GatewayMessage') } },
        },
      },
      securitySchemes: {
        bearer: {
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
          description:
            'A token of the newsroom’s sign-in. People have a group, `author`, `editor` or `admin`; machines have a scope like `communique/editor`, by client credentials.',
        },
      },
    },
  };
}

/** The file: the document as it is kept in docs/ and served at `/api/v1/openapi.json`. */
export const openApiFile = (): string => `${JSON.stringify(openApiDocument(), undefined, 1)}\n`;

/** The name of every schema: its own, or that of the one call that it belongs to. */
function schemaNames(): Map<z.ZodType, string> {
  const all = { ...named, NewStatement, Problem: ProblemDetails, GatewayMessage };
  const names = new Map<z.ZodType, string>(Object.entries(all).map(([name, schema]) => [schema, name]));
  for (const { id, body, answer } of calls.map(({ description }) => description)) {
    const name = id.replace(/^./, (letter) => letter.toUpperCase());
    if (body && !names.has(body.schema)) names.set(body.schema, `${name}Body`);
    if (answer.content && 'schema' in answer.content && !names.has(answer.content.schema))
      names.set(answer.content.schema, `${name}Answer`);
  }
  return names;
}

const introduction = `Every call carries a bearer token. Instants are ISO 8601 in UTC; dates are days in the site's time zone.

**No lost updates.** A statement's \`ETag\` is its version. A change of an existing statement names it in \`If-Match\`.

**Safe retries.** A POST with an \`Idempotency-Key\` is carried out once and answered the same for a day.

**Refusals** are problem details (RFC 9457). \`detail\` says what to do, \`errors\` points to the fields at fault. What API
Gateway itself refuses (a forged token, 413 for over 10 MB, 429, 503) has a \`message\` alone.

New fields may come to any answer. Pass over those that you don't know.`;

const tags = [
  { name: 'statements', description: 'Writing and reading statements.' },
  { name: 'life', description: 'What is done to a statement, from draft to withdrawal.' },
  { name: 'past', description: 'What was done, by whom, and what the text said then.' },
  { name: 'previews', description: 'Embargoed copies for named people outside.' },
  { name: 'attachments', description: 'Files that go with statements.' },
  { name: 'newsroom', description: 'Who you are here.' },
];

const text = { type: 'string' };
const parameters = {
  'If-Match': {
    name: 'If-Match',
    in: 'header',
    required: true,
    description: 'The ETag of the statement that the change is based on. `*` names none and is refused.',
    schema: text,
    example: '"4"',
  },
  'Idempotency-Key': {
    name: 'Idempotency-Key',
    in: 'header',
    description:
      'Any text of your own, new for every new request. The same key brings the same answer for a day.',
    schema: { ...text, minLength: 1, maxLength: limits.idempotencyKeyCharacters },
  },
};

if (import.meta.main) writeFileSync(resolve(import.meta.dirname, '../docs/openapi.json'), openApiFile());
