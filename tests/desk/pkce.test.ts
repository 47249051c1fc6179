import { describe, expect, it } from 'vitest';
import { challengeOf, newVerifier } from '../../desk/pkce.ts';

describe('PKCE', () => {
  it('makes the challenge of RFC 7636, appendix B', async () => {
    expect(await challengeOf('dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk')).toBe(
      'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
    );
  });

  it('makes a new verifier each time, of 43 characters that an address can carry', () => {
    const verifiers = Array.from({ length: 50 }, newVerifier);
    expect(new Set(verifiers).size).toBe(50);
    for (const verifier of verifiers) expect(verifier).toMatch(/^[A-Za-z0-9_-]{43}$/);
  });
});
