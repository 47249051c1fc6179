/** Proof Key for Code Exchange, RFC 7636: only whoever began a sign-in can end it. */
import { base64url, digestOf } from './digest.ts';

/** A new secret of 43 characters: 32 random bytes in base64url (section 4.1). Also good as an OAuth `state`. */
export const newVerifier = (): string => base64url(crypto.getRandomValues(new Uint8Array(32)));

/** The `S256` challenge of a verifier (section 4.2). */
export const challengeOf = (verifier: string): Promise<string> => digestOf(verifier);
