import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import Provider, { type ClientMetadata, type Configuration } from 'oidc-provider';
import * as z from 'zod';
import { signInPath } from '../place.ts';
import { type Deployed, ofType, type Resource, TemplateError } from '../template/template.ts';
import { understood } from '../template/understood.ts';
import { claimsOf, type Person, type SignInKeys, subjectOf } from './sign-in-keys.ts';
import { signInPage, signOutPage } from './sign-in-page.ts';

const Client = z.object({
  AllowedOAuthFlows: z.tuple([z.enum(['code', 'client_credentials'])]),
  AllowedOAuthScopes: z.array(z.string()),
  CallbackURLs: z.array(z.string()).default([]),
  LogoutURLs: z.array(z.string()).default([]),
  GenerateSecret: z.boolean(),
});
const Group = z.object({ GroupName: z.string() });
const Server = z.object({ Identifier: z.string(), Scopes: z.array(z.object({ ScopeName: z.string() })) });
const Form = z.object({ name: z.string().trim().min(1).max(100), group: z.string() });

const resource = 'urn:communique:api';

/** The desk's client of the user pool, as which scripts get their tokens too. */
export function deskClient(deployed: Deployed): string {
  const desk = ofType(deployed, 'AWS::Cognito::UserPoolClient').find(
    ({ properties }) => properties.GenerateSecret === false,
  );
  if (!desk) throw new TemplateError('No client of the user pool is without a secret');
  return desk.physicalId;
}

/** The groups of the user pool. */
const groupsOf = (deployed: Deployed): string[] =>
  ofType(deployed, 'AWS::Cognito::UserPoolGroup').map((group) => understood(Group, group).GroupName);

/** The scopes of the resource servers: `communique/author`. */
const scopesOf = (deployed: Deployed): string[] =>
  ofType(deployed, 'AWS::Cognito::UserPoolResourceServer').flatMap((server) => {
    const { Identifier, Scopes } = understood(Server, server);
    return Scopes.map(({ ScopeName }) => `${Identifier}/${ScopeName}`);
  });

/** OpenID Connect in the place of the templates' user pool: the same clients and claims; it lets anybody in. */
export class SignIn {
  readonly #provider: Provider;
  readonly #people = new Map<string, Person>();
  readonly #groups: string[];

  constructor(deployed: Deployed, issuer: string, keys: SignInKeys) {
    this.#groups = groupsOf(deployed);
    const clients = ofType(deployed, 'AWS::Cognito::UserPoolClient').map(clientOf);
    this.#provider = new Provider(issuer, this.#configuration(deployed, clients, keys));
    this.#provider.on('server_error', (_ctx, error) => console.error(`sign-in: ${error.message}`));
  }

  /** Handles what is below `/_local/sign-in`. */
  async handle(request: IncomingMessage & { originalUrl?: string }, response: ServerResponse): Promise<void> {
    request.originalUrl = request.url ?? '/';
    request.url = request.originalUrl.slice(signInPath.length) || '/';
    if (!request.url.startsWith('/interaction/')) return this.#provider.callback()(request, response);
    if (request.method !== 'POST') {
      response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(signInPage(this.#groups));
      return;
    }
    const form = Form.safeParse(Object.fromEntries(new URLSearchParams(await text(request))));
    if (!form.success || !this.#groups.includes(form.data.group)) {
      response.writeHead(422, { 'Content-Type': 'text/html; charset=utf-8' }).end(signInPage(this.#groups));
      return;
    }
    const accountId = subjectOf(form.data.name);
    this.#people.set(accountId, form.data);
    await this.#provider.interactionFinished(request, response, { login: { accountId }, consent: {} });
  }

  #configuration(deployed: Deployed, clients: ClientMetadata[], keys: SignInKeys): Configuration {
    return {
      clients,
      jwks: { keys: [keys.jwk] },
      cookies: { keys: [randomBytes(16).toString('hex')] },
      routes: {
        authorization: '/oauth2/authorize',
        token: '/oauth2/token',
        userinfo: '/oauth2/userInfo',
        end_session: '/logout',
        jwks: '/.well-known/jwks.json',
      },
      pkce: { required: () => true },
      scopes: ['openid', 'profile', ...scopesOf(deployed)],
      claims: { openid: ['sub'], profile: ['name'] },
      findAccount: (_ctx, accountId) => ({
        accountId,
        claims: () => ({ sub: accountId, name: this.#people.get(accountId)?.name }),
      }),
      extraTokenClaims: (_ctx, token) => {
        const person = 'accountId' in token ? this.#people.get(String(token.accountId)) : undefined;
        return person ? claimsOf(person) : { token_use: 'access' };
      },
      // Cognito asks nobody for consent to its own clients.
      loadExistingGrant: async (ctx) => {
        const { client, session, provider } = ctx.oidc;
        if (!client || !session?.accountId) return undefined;
        const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
        grant.addOIDCScope('openid profile');
        await grant.save();
        return grant;
      },
      interactions: { url: (_ctx, { uid }) => `${signInPath}/interaction/${uid}` },
      features: {
        devInteractions: { enabled: false },
        clientCredentials: { enabled: true },
        // The provider's own page loads a font from another host.
        rpInitiatedLogout: {
          logoutSource: (ctx, form) => {
            ctx.body = signOutPage(form);
          },
        },
        resourceIndicators: {
          enabled: true,
          defaultResource: () => resource,
          useGrantedResource: () => true,
          getResourceServerInfo: (_ctx, _resource, client) => ({
            scope: scopesOf(deployed).join(' '),
            audience: client.clientId,
            accessTokenFormat: 'jwt',
            accessTokenTTL: 8 * 60 * 60,
            jwt: { sign: { alg: 'RS256' } },
          }),
        },
      },
    };
  }
}

function clientOf(client: Resource): ClientMetadata {
  const { AllowedOAuthFlows, AllowedOAuthScopes, CallbackURLs, LogoutURLs, GenerateSecret } = understood(
    Client,
    client,
  );
  const [flow] = AllowedOAuthFlows;
  return {
    client_id: client.physicalId,
    grant_types: [flow === 'code' ? 'authorization_code' : flow],
    response_types: flow === 'code' ? ['code'] : [],
    redirect_uris: CallbackURLs,
    post_logout_redirect_uris: LogoutURLs,
    scope: AllowedOAuthScopes.join(' '),
    ...(GenerateSecret
      ? { client_secret: 'local', token_endpoint_auth_method: 'client_secret_basic' }
      : { token_endpoint_auth_method: 'none' }),
  };
}
