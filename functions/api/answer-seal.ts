import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import * as z from 'zod';
import type { Answer } from '../../shared/http.ts';

const KeptAnswer = z.object({
  status: z.number(),
  headers: z.record(z.string(), z.string()).optional(),
  body: z.unknown(),
});

/** How the first answer to a request is kept: only the same request, which brings its key along, can open it. */
export type AnswerSeal = ReturnType<typeof answerSeal>;

const algorithm = 'aes-256-gcm';
const ivBytes = 12;
const tagBytes = 16;

/**
 * The seal of answers to one caller's Idempotency-Key. An answer may hold what is kept nowhere else, as the link of a
 * preview: it is encrypted (NIST SP 800-38D) with the key itself, of which the table has the digest alone. Packed too,
 * since a 200 KB text can be twice that as JSON, and an item holds 400 KB.
 */
export function answerSeal(asked: string) {
  const key = createHash('sha256').update(`answer\n${asked}`).digest();
  return {
    close(answer: Answer): Uint8Array {
      const iv = randomBytes(ivBytes);
      const cipher = createCipheriv(algorithm, key, iv);
      const sealed = [cipher.update(gzipSync(JSON.stringify(answer))), cipher.final()];
      return Buffer.concat([iv, cipher.getAuthTag(), ...sealed]);
    },

    open(bytes: Uint8Array): Answer {
      const [iv, tag] = [bytes.subarray(0, ivBytes), bytes.subarray(ivBytes, ivBytes + tagBytes)];
      const decipher = createDecipheriv(algorithm, key, iv, { authTagLength: tagBytes }).setAuthTag(tag);
      const packed = [decipher.update(bytes.subarray(ivBytes + tagBytes)), decipher.final()];
      return KeptAnswer.parse(JSON.parse(gunzipSync(Buffer.concat(packed)).toString('utf8')));
    },
  };
}
