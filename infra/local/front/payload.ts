import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { here } from '../place.ts';
import type { Answered, Asked } from './exchange.ts';

const Result = z.object({
  statusCode: z.int(),
  headers: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).default({}),
  body: z.string().default(''),
  isBase64Encoded: z.boolean().default(false),
});

/** A function's answer as HTTP API reads it; anything but a response is an internal error. */
export function answered(result: unknown): Answered {
  const { statusCode, headers, body, isBase64Encoded } = Result.parse(result);
  return {
    status: statusCode,
    headers: Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]),
    ),
    body: Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8'),
  };
}

const textual = /^(text\/|application\/(json|xml|javascript|x-www-form-urlencoded|.*\+json))/;

type Of = {
  routeKey: string;
  proxy: string | undefined;
  request: Asked;
  claims: Record<string, string> | undefined;
};

/**
 * The event of payload format 2.0.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
 */
export function payload({ routeKey, proxy, request, claims }: Of) {
  const { method, uri, query, headers, body, source } = request;
  const isText = textual.test(headers['content-type'] ?? 'text/');
  const now = new Date();
  const parameters = new URLSearchParams(query);
  return {
    version: '2.0',
    routeKey,
    rawPath: uri,
    rawQueryString: query,
    headers,
    ...(headers.cookie && { cookies: headers.cookie.split('; ') }),
    ...(query && {
      queryStringParameters: Object.fromEntries(
        [...new Set(parameters.keys())].map((name) => [name, parameters.getAll(name).join(',')]),
      ),
    }),
    ...(proxy !== undefined && { pathParameters: { proxy } }),
    requestContext: {
      accountId: here.account,
      requestId: randomUUID(),
      routeKey,
      stage: '$default',
      time: commonLogTime(now),
      timeEpoch: now.getTime(),
      http: {
        method,
        path: uri,
        protocol: 'HTTP/1.1',
        sourceIp: source,
        userAgent: headers['user-agent'] ?? '',
      },
      ...(claims && { authorizer: { jwt: { claims, scopes: null } } }),
    },
    ...(body.length > 0 && { body: body.toString(isText ? 'utf8' : 'base64') }),
    isBase64Encoded: body.length > 0 && !isText,
  };
}

/** As `12/Mar/2020:19:03:58 +0000`. */
function commonLogTime(at: Date): string {
  const [, day, month, year, time] = at.toUTCString().split(' ');
  return `${day}/${month}/${year}:${time} +0000`;
}
