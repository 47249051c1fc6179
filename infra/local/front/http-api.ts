import { randomUUID } from 'node:crypto';
import type { JSONWebKeySet } from 'jose';
import * as z from 'zod';
import { here } from '../place.ts';
import { type Deployed, ofType, TemplateError } from '../template.ts';
import { understood } from '../understood.ts';
import { jwtAuthorizer } from './bearer-tokens.ts';
import { type Answered, type Asked, answerText } from './exchange.ts';

const Integration = z.strictObject({
  ApiId: z.string(),
  IntegrationType: z.literal('AWS_PROXY'),
  IntegrationUri: z.string(),
  PayloadFormatVersion: z.literal('2.0'),
});
const Route = z.strictObject({
  ApiId: z.string(),
  AuthorizationType: z.enum(['JWT', 'NONE']),
  AuthorizerId: z.string().optional(),
  RouteKey: z.string(),
  Target: z.string(),
});
const Result = z.object({
  statusCode: z.int(),
  headers: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).default({}),
  body: z.string().default(''),
  isBase64Encoded: z.boolean().default(false),
});

/** HTTP API takes 10 MB, and a function's request 6 MB with all that is round it. */
const mostBytes = 6 * 1024 * 1024;

type Authorize = ReturnType<typeof jwtAuthorizer>;
type LocalRoute = {
  key: string;
  matches: (request: Asked) => boolean;
  authorize: Authorize | undefined;
  functionArn: string;
};

const message = (status: number, text: string, headers = {}) =>
  answerText(status, 'application/json', JSON.stringify({ message: text }), headers);

/** The HTTP API of the templates: routes, the JWT authorizer, payload format 2.0. */
export class HttpApi {
  readonly #routes: LocalRoute[];
  readonly #invoke: (functionArn: string, event: unknown) => Promise<unknown>;

  constructor(
    deployed: Deployed,
    invoke: (functionArn: string, event: unknown) => Promise<unknown>,
    keys: () => JSONWebKeySet,
  ) {
    this.#invoke = invoke;
    const find = (type: string, physicalId: string) => {
      const found = ofType(deployed, type).find((resource) => resource.physicalId === physicalId);
      if (!found) throw new TemplateError(`No ${type} is ${physicalId}`);
      return found;
    };
    this.#routes = ofType(deployed, 'AWS::ApiGatewayV2::Route').map((route) => {
      const { RouteKey, Target, AuthorizerId } = understood(Route, route);
      const integration = find('AWS::ApiGatewayV2::Integration', Target.replace('integrations/', ''));
      return {
        key: RouteKey,
        matches: routeKey(RouteKey, route.logicalId),
        authorize: AuthorizerId
          ? jwtAuthorizer(find('AWS::ApiGatewayV2::Authorizer', AuthorizerId), keys)
          : undefined,
        functionArn: understood(Integration, integration).IntegrationUri,
      };
    });
  }

  async answer(request: Asked): Promise<Answered> {
    const matching = this.#routes.filter(({ matches }) => matches(request));
    const route = matching.find(({ key }) => key !== '$default') ?? matching[0];
    if (!route) return message(404, 'Not Found');
    if (request.body.length > mostBytes) return message(413, 'Request Entity Too Large');
    const claims = await route.authorize?.(request.headers.authorization);
    if (route.authorize && !claims)
      return message(401, 'Unauthorized', {
        'www-authenticate': 'Bearer scope="" error="invalid_token" error_description="unauthorized"',
      });
    try {
      return answered(await this.#invoke(route.functionArn, payload(route, request, claims)));
    } catch {
      return message(500, 'Internal Server Error');
    }
  }
}

/** A function's answer as HTTP API reads it; anything but a response is an internal error. */
function answered(result: unknown): Answered {
  const { statusCode, headers, body, isBase64Encoded } = Result.parse(result);
  return {
    status: statusCode,
    headers: Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]),
    ),
    body: Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8'),
  };
}

/** https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html */
function payload(
  { key }: LocalRoute,
  { method, uri, query, headers, body, source }: Asked,
  claims: Record<string, string> | undefined,
) {
  const isText = /^(text\/|application\/(json|xml|javascript|x-www-form-urlencoded|.*\+json))/.test(
    headers['content-type'] ?? 'text/',
  );
  const now = new Date();
  return {
    version: '2.0',
    routeKey: key,
    rawPath: uri,
    rawQueryString: query,
    headers,
    ...(query && { queryStringParameters: Object.fromEntries(new URLSearchParams(query)) }),
    requestContext: {
      accountId: here.account,
      requestId: randomUUID(),
      routeKey: key,
      stage: '$default',
      time: now.toUTCString(),
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

/** A route key: `$default`, or `METHOD /path` with `{proxy+}` for the rest of a path. */
function routeKey(key: string, logicalId: string): (request: Asked) => boolean {
  if (key === '$default') return () => true;
  const [method, path] = key.split(' ');
  const greedy = /^(.*\/)\{[a-z]+\+\}$/.exec(path ?? '');
  if (!greedy && path?.includes('{'))
    throw new TemplateError(`${logicalId}.RouteKey: the local stack does not know ${key}`);
  const start = greedy?.[1];
  return (request) =>
    (method === 'ANY' || method === request.method) &&
    (start ? request.uri.startsWith(start) : request.uri === path);
}
