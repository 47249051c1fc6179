import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import { handler } from '../../../functions/api/handler.ts';

export type Call = {
  as?: string;
  body?: unknown;
  headers?: Record<string, string>;
  claims?: Record<string, string>;
};
export type Answered = { status: number; headers: Record<string, unknown>; body: Record<string, unknown> };

/** Calls the API's handler as HTTP API does, with the claims that its authorizer would hand over. */
export async function call(
  method: string,
  pathAndQuery: string,
  { as = 'editor', body, headers = {}, claims }: Call = {},
): Promise<Answered> {
  const [path = '', query = ''] = pathAndQuery.split('?');
  const rawPath = `/api/v1${path}`;
  const event = {
    version: '2.0',
    routeKey: 'ANY /api/v1/{proxy+}',
    rawPath,
    rawQueryString: query,
    headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
    ...(query && { queryStringParameters: Object.fromEntries(new URLSearchParams(query)) }),
    requestContext: {
      requestId: 'request-1',
      http: { method, path: rawPath, protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: 'test' },
      authorizer: {
        jwt: {
          claims: claims ?? {
            sub: `sub-${as}`,
            username: as,
            client_id: 'desk',
            'cognito:groups': `[${as}]`,
          },
          scopes: null,
        },
      },
    },
    isBase64Encoded: false,
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  } as unknown as APIGatewayProxyEventV2;
  const result = (await handler(event, {} as Context)) as APIGatewayProxyStructuredResultV2;
  return {
    status: result.statusCode ?? 0,
    headers: result.headers ?? {},
    body: result.headers?.['Content-Type']?.toString().includes('json')
      ? JSON.parse(result.body ?? 'null')
      : { text: result.body },
  };
}
