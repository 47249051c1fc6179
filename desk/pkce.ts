/** Proof Key for Code Exchange, RFC 7636: only whoever began a sign-in can end it. */

/** A new secret of 43 characters: 32 random bytes in base64url (section 4.1). Also good as an OAuth `state`. */
export const newVerifier = (): string => base64url(crypto.getRandomValues(new Uint8Array(32)));

/** The `S256` challenge of a verifier (section 4.2). */
export async function challengeOf(verifier: string): Promise<string> {
  return base64url(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier))));
}

/** Base64url without padding (RFC 4648, section 5). */
function base64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}
