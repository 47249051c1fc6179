import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { exportJWK, generateKeyPair, importJWK, type JSONWebKeySet, type JWK, SignJWT } from 'jose';
import * as z from 'zod';

/** Somebody who signs in here: any name, one group. */
export type Person = { name: string; group: string };

/** A person's subject: the same for the same name, whatever their group. */
export const subjectOf = (name: string): string =>
  createHash('sha256').update(name).digest('hex').slice(0, 32);

/** The claims that Cognito's access tokens have beside those of the standards. */
export const claimsOf = ({ name, group }: Person) => ({
  username: name,
  name,
  'cognito:groups': [group],
  token_use: 'access',
});

const KeyFile = z.looseObject({ kty: z.string(), kid: z.string() });
const tokenHours = 12;

/** The key that signs tokens; it is kept in DATA_DIR, so that tokens outlive a restart. */
export class SignInKeys {
  readonly jwk: JWK;
  readonly #issuer: string;

  private constructor(jwk: JWK, issuer: string) {
    this.jwk = jwk;
    this.#issuer = issuer;
  }

  static async open(dataDir: string, issuer: string): Promise<SignInKeys> {
    const file = join(dataDir, 'sign-in-key.json');
    if (!existsSync(file)) {
      const { privateKey } = await generateKeyPair('RS256', { extractable: true });
      writeFileSync(
        file,
        JSON.stringify({ ...(await exportJWK(privateKey)), kid: 'local', alg: 'RS256', use: 'sig' }),
      );
    }
    return new SignInKeys(KeyFile.parse(JSON.parse(readFileSync(file, 'utf8'))), issuer);
  }

  /** The public half, for those who check tokens. */
  get publicKeys(): JSONWebKeySet {
    const { kty, n, e, kid, alg, use } = this.jwk;
    return {
      keys: [
        {
          kty: kty ?? '',
          ...(n && { n }),
          ...(e && { e }),
          ...(kid && { kid }),
          ...(alg && { alg }),
          ...(use && { use }),
        },
      ],
    };
  }

  /** A bearer token for a script, as the desk's client would have it. */
  async token(person: Person, clientId: string): Promise<string> {
    return new SignJWT({
      ...claimsOf(person),
      client_id: clientId,
      scope: 'openid profile',
      jti: crypto.randomUUID(),
    })
      .setProtectedHeader({ alg: 'RS256', kid: this.jwk.kid ?? '' })
      .setIssuer(this.#issuer)
      .setSubject(subjectOf(person.name))
      .setIssuedAt()
      .setExpirationTime(`${tokenHours}h`)
      .sign(await importJWK(this.jwk, 'RS256'));
  }
}
