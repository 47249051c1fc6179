import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import * as z from 'zod';
import { Problem } from '../../shared/errors.ts';
import { type Caller, roles } from '../../shared/statement/roles.ts';

/**
 * The claims that HTTP API's JWT authorizer hands over: strings all of them, a list as `[a b]`. People have
 * groups (`cognito:groups`); machines, by client credentials, have scopes like `communique/editor`.
 */
const Claims = z.object({
  sub: z.string(),
  client_id: z.string().default(''),
  name: z.string().optional(),
  username: z.string().optional(),
  scope: z.string().default(''),
  'cognito:groups': z.string().default(''),
});

const Authorized = z.object({ authorizer: z.object({ jwt: z.object({ claims: Claims }) }) });

/** Who the token says is calling. Throws `unauthenticated` without claims, `forbidden` without a role. */
export function callerOf(event: APIGatewayProxyEventV2): Caller {
  const context = Authorized.safeParse(event.requestContext);
  if (!context.success) throw new Problem('unauthenticated', 'The request carries no verified token.');
  const claims = context.data.authorizer.jwt.claims;
  const groups = claims['cognito:groups'].replace(/^\[|\]$/g, '').split(/[\s,]+/);
  const scopes = claims.scope.split(' ').map((scope) => scope.replace(/^communique\//, ''));
  const role = roles.findLast(
    (name) => groups.includes(name) || (groups.join('') === '' && scopes.includes(name)),
  );
  if (!role) throw new Problem('forbidden', `The token names none of the groups ${roles.join(', ')}.`);
  return {
    sub: claims.sub,
    name: claims.name ?? claims.username ?? claims.client_id,
    role,
    client: claims.client_id,
  };
}
