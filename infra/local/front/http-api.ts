import type { JSONWebKeySet } from 'jose';
import * as z from 'zod';
import { FunctionError } from '../functions/execution-environment.ts';
import { AccessDenied, type Permissions } from '../permissions/permissions.ts';
import { here } from '../place.ts';
import { type Deployed, ofType, TemplateError } from '../template/template.ts';
import { understood } from '../template/understood.ts';
import { jwtAuthorizer } from './bearer-tokens.ts';
import { type Answered, type Asked, answerText } from './exchange.ts';
import { answered, payload } from './payload.ts';
import { type RouteKey, routeKey } from './route-key.ts';

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

/** https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-quotas.html */
const mostBytes = 10 * 1024 * 1024;
const patienceMilliseconds = 30_000;

type Authorize = ReturnType<typeof jwtAuthorizer>;
type LocalRoute = RouteKey & { apiId: string; authorize: Authorize | undefined; functionArn: string };

export type HttpApiOptions = {
  deployed: Deployed;
  invoke: (functionArn: string, event: unknown) => Promise<unknown>;
  /** The public keys of the sign-in. */
  keys: () => JSONWebKeySet;
  permissions: Permissions;
  /** Is told of every answer: the API's id, the status, and how long it took. */
  onAnswered: (apiId: string, outcome: { status: number; milliseconds: number }) => void;
};

const message = (status: number, text: string, headers = {}) =>
  answerText(status, 'application/json', JSON.stringify({ message: text }), headers);

/** The HTTP API of the templates: routes, the JWT authorizer, payload format 2.0. */
export class HttpApi {
  readonly #routes: LocalRoute[];
  readonly #options: HttpApiOptions;

  constructor(options: HttpApiOptions) {
    const { deployed, keys } = options;
    this.#options = options;
    const find = (type: string, physicalId: string) => {
      const found = ofType(deployed, type).find((resource) => resource.physicalId === physicalId);
      if (!found) throw new TemplateError(`No ${type} is ${physicalId}`);
      return found;
    };
    this.#routes = ofType(deployed, 'AWS::ApiGatewayV2::Route').map((route) => {
      const { ApiId, RouteKey, Target, AuthorizerId } = understood(Route, route);
      const integration = find('AWS::ApiGatewayV2::Integration', Target.replace('integrations/', ''));
      return {
        ...routeKey(RouteKey, route.logicalId),
        apiId: ApiId,
        authorize: AuthorizerId
          ? jwtAuthorizer(find('AWS::ApiGatewayV2::Authorizer', AuthorizerId), keys)
          : undefined,
        functionArn: understood(Integration, integration).IntegrationUri,
      };
    });
  }

  async answer(request: Asked): Promise<Answered> {
    const [route] = this.#routes.filter(({ match }) => match(request)).sort((a, b) => b.weight - a.weight);
    if (!route) return message(404, 'Not Found');
    const started = performance.now();
    const answer = await this.#through(route, request);
    const outcome = { status: answer.status, milliseconds: performance.now() - started };
    this.#options.onAnswered(route.apiId, outcome);
    return answer;
  }

  async #through(route: LocalRoute, request: Asked): Promise<Answered> {
    if (request.body.length > mostBytes) return message(413, 'Request Entity Too Large');
    const claims = await route.authorize?.(request.headers.authorization);
    if (route.authorize && !claims)
      return message(401, 'Unauthorized', {
        'www-authenticate': 'Bearer scope="" error="invalid_token" error_description="unauthorized"',
      });
    const proxy = route.match(request)?.proxy;
    return inTime(this.#called(route, request, payload({ routeKey: route.key, proxy, request, claims })));
  }

  async #called(
    { apiId, key, functionArn }: LocalRoute,
    { method }: Asked,
    event: unknown,
  ): Promise<Answered> {
    const { permissions, invoke } = this.#options;
    const path = key === '$default' ? '/$default' : `/${method}${key.replace(/^\S+ /, '')}`;
    const source = `arn:aws:execute-api:${here.region}:${here.account}:${apiId}/$default${path}`;
    try {
      const principal = { service: 'apigateway.amazonaws.com' };
      permissions.check(principal, 'lambda:InvokeFunction', functionArn, { 'aws:sourcearn': source });
      return answered(await invoke(functionArn, event));
    } catch (error) {
      if (!(error instanceof FunctionError || error instanceof AccessDenied || error instanceof z.ZodError))
        throw error;
      // HTTP API takes more than Lambda does (6 MB), and hands on that this was too much.
      if (error.name === 'RequestEntityTooLargeException') return message(413, 'Request Too Long');
      return message(500, 'Internal Server Error');
    }
  }
}

/** An answer, or that of an API that has waited for it long enough. */
function inTime(answer: Promise<Answered>): Promise<Answered> {
  const gaveUp = Promise.withResolvers<Answered>();
  const timer = setTimeout(
    () => gaveUp.resolve(message(503, 'Service Unavailable')),
    patienceMilliseconds,
  ).unref();
  return Promise.race([answer, gaveUp.promise]).finally(() => clearTimeout(timer));
}
