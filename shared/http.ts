import middy from '@middy/core';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import { caching } from './caching.ts';
import { Problem, problemDetails } from './errors.ts';
import { logger } from './logger.ts';
import { publishNoted } from './metrics.ts';

/** What an operation answers. `body` is sent as JSON, a string as it is; undefined sends none. */
export type Answer = { status: number; headers?: Record<string, string>; body?: unknown };

type Result = APIGatewayProxyStructuredResultV2;
type Handler = (event: APIGatewayProxyEventV2, context: Context) => Promise<Result>;

/**
 * Wraps an HTTP API handler (payload format 2.0): one log line a request, JSON out, every refusal a problem
 * (RFC 9457) that points to the page `docs`. What is thrown and is no `Problem` is logged whole and answered
 * as 500 without a word of it.
 */
export function httpHandler(docs: string, handle: Handler) {
  const answer = async (event: APIGatewayProxyEventV2, context: Context) => {
    const started = Date.now();
    logger.resetKeys();
    logger.appendKeys({ requestId: event.requestContext.requestId });
    const result = await handle(event, context).catch((error: unknown) =>
      resultOf(refusal(error, docs, event.requestContext.requestId)),
    );
    const { method, path } = event.requestContext.http;
    logger.info('answered', { method, path, status: result.statusCode, milliseconds: Date.now() - started });
    publishNoted();
    return result;
  };
  return middy(answer);
}

function refusal(error: unknown, docs: string, requestId: string): Answer {
  const problem =
    error instanceof Problem
      ? error
      : new Problem('internal', 'The request failed. It can be sent again.', { cause: error });
  if (problem.status >= 500) logger.error('failed', { error });
  return {
    status: problem.status,
    headers: { ...problem.headers, 'Content-Type': 'application/problem+json' },
    body: problemDetails(problem, docs, requestId),
  };
}

/** An answer as HTTP API's payload format 2.0 wants it. Answers of the API are kept by no cache. */
export function resultOf({ status, headers, body }: Answer): Result {
  return {
    statusCode: status,
    headers: { 'Content-Type': 'application/json', 'Cache-Control': caching.never, ...headers },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  };
}
