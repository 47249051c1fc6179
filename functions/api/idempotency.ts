import { setTimeout as pause } from 'node:timers/promises';
import * as z from 'zod';
import { Problem } from '../../shared/errors.ts';
import type { Answer } from '../../shared/http.ts';
import { idempotencyKey, idempotencySort } from '../../shared/keys.ts';
import type { Table } from '../../shared/table.ts';
import type { AnswerSeal } from './answer-seal.ts';

/** How long the first answer is kept: a day, as IETF's Idempotency-Key draft leaves to the server to say. */
const keptSeconds = 24 * 60 * 60;
/** A request that has held its key for longer has died with its function, whose timeout is shorter. */
const heldSeconds = 30;
/** How long a twin waits for the first request's answer, and how often it looks. */
const patienceMilliseconds = 8_000;
const lookMilliseconds = 50;

/** A request under its key: what it was, until when its function holds it, and its answer, sealed. */
const Held = z.object({
  fingerprint: z.string(),
  heldUntil: z.number(),
  answer: z.instanceof(Uint8Array).optional(),
});
type Held = z.output<typeof Held>;

/**
 * Carries a request out once for its digest (of subject and key) and answers it the same ever after.
 * `effect` is told whether an earlier try died on its way, and must then find what that try has done.
 * Throws `idempotency-mismatch` if the key came with another request, `request-in-progress` if its twin is
 * still at work after some seconds. A refusal frees the key.
 */
export async function once(
  table: Table,
  digest: string,
  { fingerprint, seal }: { fingerprint: string; seal: AnswerSeal },
  effect: (resumed: boolean) => Promise<Answer>,
): Promise<Answer> {
  const key = { pk: idempotencyKey(digest), sk: idempotencySort };
  const claim = await claimOrAnswer(table, key, fingerprint);
  if ('answer' in claim) return seal.open(claim.answer);
  try {
    const answer = await effect(claim.resumed);
    await table.put({ ...key, ...heldItem(fingerprint), answer: seal.close(answer) });
    return answer;
  } catch (error) {
    if (error instanceof Problem) await table.remove(key);
    throw error;
  }
}

type Key = { pk: string; sk: string };

async function claimOrAnswer(
  table: Table,
  key: Key,
  fingerprint: string,
): Promise<{ resumed: boolean } | { answer: Uint8Array }> {
  for (const giveUp = Date.now() + patienceMilliseconds; Date.now() < giveUp; await pause(lookMilliseconds)) {
    const claim = await claimKey(table, key, fingerprint);
    if ('resumed' in claim) return claim;
    if (claim.other.fingerprint !== fingerprint)
      throw new Problem(
        'idempotency-mismatch',
        'This Idempotency-Key came with another request before. A new request needs a new key.',
      );
    if (claim.other.answer) return { answer: claim.other.answer };
  }
  throw new Problem(
    'request-in-progress',
    'The same request is still being carried out. Ask again in a moment.',
    {
      headers: { 'Retry-After': '2' },
    },
  );
}

/** Takes the key if it is free, was forgotten, or is held by the same request that died. */
async function claimKey(
  table: Table,
  key: Key,
  fingerprint: string,
): Promise<{ resumed: boolean } | { other: Held }> {
  const now = Date.now();
  const { item, inTheWay } = await table.put(
    { ...key, ...heldItem(fingerprint) },
    {
      expression:
        'attribute_not_exists(pk) OR expiresAt < :seconds OR (attribute_not_exists(answer) AND heldUntil < :now AND fingerprint = :fingerprint)',
      values: { ':seconds': Math.floor(now / 1000), ':now': now, ':fingerprint': fingerprint },
    },
  );
  return inTheWay
    ? { other: Held.parse(inTheWay) }
    : { resumed: item !== undefined && Held.parse(item).answer === undefined };
}

function heldItem(fingerprint: string) {
  const now = Date.now();
  return {
    fingerprint,
    heldUntil: now + heldSeconds * 1000,
    expiresAt: Math.floor(now / 1000) + keptSeconds,
  };
}
