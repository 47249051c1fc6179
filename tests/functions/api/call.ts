import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import { handler } from '../../../functions/api/handler.ts';
import { hold } from './contract.ts';

export type Call = {
  as?: string;
  body?: unknown;
  headers?: Record<string, string>;
  /** Those of another token; null for none. */
  claims?: Record<string, string> | null;
  requestId?: string;
};
/** `seen` names the answer of the document that it was: `createStatement 201`, `createStatement invalid`. */
export type Answered = {
  status: number;
  headers: Record<string, unknown>;
  body: Record<string, unknown>;
  seen: string | undefined;
};

/**
 * Calls the API's handler as HTTP API does, with the claims that its authorizer would hand over. Throws where the
 * call went in another way than docs/openapi.json says.
 */
export async function call(
  method: string,
  pathAndQuery: string,
  { as = 'editor', body, headers = {}, claims, requestId = 'request-1' }: Call = {},
): Promise<Answered> {
  const [path = '', query = ''] = pathAndQuery.split('?');
  const rawPath = `/api/v1${path}`;
  const sent = { ...(body !== undefined && { 'content-type': 'application/json' }), ...headers };
  const event = {
    version: '2.0',
    routeKey: 'ANY /api/v1/{proxy+}',
    rawPath,
    rawQueryString: query,
    headers: sent,
    ...(query && { queryStringParameters: Object.fromEntries(new URLSearchParams(query)) }),
    requestContext: {
      requestId,
      http: { method, path: rawPath, protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: 'test' },
      ...(claims !== null && { authorizer: { jwt: { claims: claims ?? claimsOf(as), scopes: null } } }),
    },
    isBase64Encoded: false,
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  } as unknown as APIGatewayProxyEventV2;
  const result = (await handler(event, {} as Context)) as APIGatewayProxyStructuredResultV2;
  const answered = {
    status: result.statusCode ?? 0,
    headers: result.headers ?? {},
    body: result.headers?.['Content-Type']?.toString().includes('json')
      ? JSON.parse(result.body ?? 'null')
      : { text: result.body },
  };
  return { ...answered, seen: hold({ method, path, query, headers: sent, body }, answered) };
}

const claimsOf = (as: string) => ({
  sub: `sub-${as}`,
  username: as,
  client_id: 'desk',
  'cognito:groups': `[${as}]`,
});
