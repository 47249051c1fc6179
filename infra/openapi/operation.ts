import * as z from 'zod';
import type { Description, RequestBody, SuccessAnswer } from '../../functions/api/contract/description.ts';
import { pathParameters } from '../../functions/api/contract/descriptions.ts';
import { transitionOf } from '../../shared/statement/transitions.ts';
import { withHeaders } from './headers.ts';
import { problemAnswers } from './problems.ts';
import { refTo, type Schema, schemaOf, wordsFor } from './schemas.ts';

/** One operation of the document. `nameOf` answers the name of a component's schema. */
export function operationOf(
  method: string,
  path: string,
  description: Description,
  nameOf: (schema: z.ZodType) => string,
) {
  const { id, tag, summary, body, answer } = description;
  const said = explanation(description);
  return {
    operationId: id,
    tags: [tag],
    summary,
    ...(said && { description: said }),
    security: [{ bearer: [leastRole(description)] }],
    ...withParameters([
      ...[...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => pathParameter(name)),
      ...queryParameters(description.query),
      ...(description.changes ? [{ $ref: '#/components/parameters/If-Match' }] : []),
      ...(method === 'POST' ? [{ $ref: '#/components/parameters/Idempotency-Key' }] : []),
    ]),
    ...(body && { requestBody: requestBody(body, nameOf) }),
    responses: {
      [answer.status]: success(answer, nameOf),
      ...problemAnswers(method, path, description),
    },
  };
}

const withParameters = (parameters: object[]) => (parameters.length > 0 ? { parameters } : {});

/** The least role that may call it at a site with review, which is the default. */
const leastRole = ({ action }: Description) => (action ? transitionOf(action).least.required : 'author');

function explanation({ more, action }: Description): string {
  if (!action) return more ?? '';
  const { when, least, reviewed } = transitionOf(action);
  const roles =
    least.required === least.optional
      ? `Role: ${least.required} or higher.`
      : `Role: ${least.required} or higher; where the site’s review is optional, ${least.optional}.`;
  const rule = reviewed && 'Under the review rule; an admin may override it with a reason.';
  return [more, when, roles, rule].filter((part) => part).join(' ');
}

function pathParameter(name: string) {
  const found = Object.entries(pathParameters).find(([known]) => known === name)?.[1];
  if (!found) throw new Error(`Nothing says what {${name}} is`);
  const { description, schema } = found;
  return {
    name,
    in: 'path',
    required: true,
    description,
    schema: schema ? schemaOf(schema) : { type: 'string' },
  };
}

function queryParameters(query: z.ZodObject | undefined) {
  const { properties = {}, required = [] } = query ? Query.parse(schemaOf(query)) : {};
  return Object.entries(properties).map(([name, schema]) => {
    const { description, ...words } = wordsFor(name);
    return {
      name,
      in: 'query',
      required: required.includes(name),
      description,
      schema: { ...schema, ...words },
    };
  });
}

const Query = z.object({
  properties: z.record(z.string(), z.record(z.string(), z.unknown())),
  required: z.array(z.string()).default([]),
});

function requestBody(
  { schema, example, isOptional = false, types = ['application/json'] }: RequestBody,
  nameOf: (schema: z.ZodType) => string,
) {
  const content = { schema: refTo(nameOf(schema)), example };
  return {
    required: !isOptional,
    content: Object.fromEntries(types.map((type) => [type, content])),
  };
}

function success({ says, headers = [], content }: SuccessAnswer, nameOf: (schema: z.ZodType) => string) {
  return {
    description: says,
    ...withHeaders(headers),
    ...(content && { content: contentOf(content, nameOf) }),
  };
}

function contentOf(
  content: NonNullable<SuccessAnswer['content']>,
  nameOf: (schema: z.ZodType) => string,
): Schema {
  if ('type' in content) return { [content.type]: { schema: { type: 'string' } } };
  return { 'application/json': { schema: refTo(nameOf(content.schema)), example: content.example } };
}
