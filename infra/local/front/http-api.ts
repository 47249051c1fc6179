import type { JSONWebKeySet } from 'jose';
import * as z from 'zod';
import { type Deployed, ofType, TemplateError } from '../template.ts';
import { understood } from '../understood.ts';
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

/** HTTP API takes 10 MB, and a function's request 6 MB with all that is round it. */
const mostBytes = 6 * 1024 * 1024;

type Authorize = ReturnType<typeof jwtAuthorizer>;
type LocalRoute = RouteKey & { authorize: Authorize | undefined; functionArn: string };

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
        ...routeKey(RouteKey, route.logicalId),
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
    if (request.body.length > mostBytes) return message(413, 'Request Entity Too Large');
    const claims = await route.authorize?.(request.headers.authorization);
    if (route.authorize && !claims)
      return message(401, 'Unauthorized', {
        'www-authenticate': 'Bearer scope="" error="invalid_token" error_description="unauthorized"',
      });
    try {
      return answered(
        await this.#invoke(
          route.functionArn,
          payload({ routeKey: route.key, proxy: route.match(request)?.proxy, request, claims }),
        ),
      );
    } catch {
      return message(500, 'Internal Server Error');
    }
  }
}
