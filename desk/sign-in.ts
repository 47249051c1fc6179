import * as z from 'zod/mini';
import type { Config } from './config.ts';
import { challengeOf, newVerifier } from './pkce.ts';

const Begun = z.object({ state: z.string(), verifier: z.string(), place: z.string() });
const Session = z.object({ token: z.string(), expires: z.number() });
const Tokens = z.object({ access_token: z.string(), expires_in: z.number() });

/** Where the sign-in service sends people back to: the desk itself, without query or fragment. */
const home = `${location.origin}/desk/`;
/** A token is given up this long before it ends, in milliseconds: clocks differ, and requests take time. */
const margin = 30_000;

/** Leaves for the sign-in service: OAuth 2.0's code flow with PKCE, as RFC 9700 wants it of a page like this. */
export async function signIn({ authorizationEndpoint, clientId }: Config): Promise<void> {
  const begun = { state: newVerifier(), verifier: newVerifier(), place: location.hash };
  sessionStorage.setItem('sign-in', JSON.stringify(begun));
  location.assign(
    `${authorizationEndpoint}?${new URLSearchParams({
      response_type: 'code',
      client_id: clientId,
      redirect_uri: home,
      scope: 'openid profile',
      state: begun.state,
      code_challenge: await challengeOf(begun.verifier),
      code_challenge_method: 'S256',
    })}`,
  );
}

/** If this page load is the way back from the sign-in service, exchanges its code. Throws what it refuses with. */
export async function completeSignIn({ tokenEndpoint, clientId }: Config): Promise<void> {
  const query = new URLSearchParams(location.search);
  const state = query.get('state');
  const kept = sessionStorage.getItem('sign-in');
  if (!state || !kept) return;
  sessionStorage.removeItem('sign-in');
  const begun = Begun.parse(JSON.parse(kept));
  // The code must not stay in the address bar, nor in the history.
  history.replaceState(null, '', home + begun.place);
  if (state !== begun.state)
    throw new Error('The answer to the sign-in was not meant for this page. Try again.');
  const code = query.get('code');
  if (!code)
    throw new Error(query.get('error_description') ?? query.get('error') ?? 'The sign-in was refused.');
  const response = await fetch(tokenEndpoint, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: clientId,
      redirect_uri: home,
      code,
      code_verifier: begun.verifier,
    }),
  });
  if (!response.ok) throw new Error('The sign-in could not be completed. Try again.');
  const tokens = Tokens.parse(await response.json());
  const session = { token: tokens.access_token, expires: Date.now() + tokens.expires_in * 1000 };
  sessionStorage.setItem('session', JSON.stringify(session));
}

/** The bearer token of whoever is signed in on this tab; undefined when nobody is, or no longer. */
export function currentToken(): string | undefined {
  const kept = sessionStorage.getItem('session');
  if (!kept) return undefined;
  const { token, expires } = Session.parse(JSON.parse(kept));
  return Date.now() < expires - margin ? token : undefined;
}

/** Forgets the token and every unsent draft, and ends the session at the sign-in service. */
export function signOut({ logoutEndpoint, clientId }: Config): void {
  sessionStorage.clear();
  // Cognito reads `logout_uri`; OpenID Connect's own name for it is the other one.
  const query = { client_id: clientId, logout_uri: home, post_logout_redirect_uri: home };
  location.assign(`${logoutEndpoint}?${new URLSearchParams(query)}`);
}
