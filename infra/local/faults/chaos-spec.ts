import { randomInt } from 'node:crypto';
import * as z from 'zod';

/**
 * Everything that can go wrong with a call, a message or a function, and what each is like.
 * `throttle` and `error` are answered by the service; `reset` and `lost-answer` break the connection, before and after
 * the effect; `slow` answers when the client has long given up; `part` takes some of a batch; `stale` reads as of some
 * seconds ago; `kill` ends the function in the middle of its work; `duplicate`, `late` and `replay` are messages that
 * come twice, after others, and again.
 */
export const kinds = [
  'throttle',
  'error',
  'reset',
  'lost-answer',
  'slow',
  'part',
  'stale',
  'kill',
  'duplicate',
  'late',
  'replay',
] as const;
export type Kind = (typeof kinds)[number];

/** How much of chaos there is to be: the seed of its dice, the share of calls that go wrong, and in which ways. */
export type ChaosSpec = { seed: number; rate: number; kinds: readonly Kind[] };

/** Thrown for a CHAOS that can't be read. */
export class ChaosSpecError extends Error {}

const Settings = z.strictObject({
  seed: z.coerce.number().int().optional(),
  rate: z.coerce.number().min(0).max(1).default(0.1),
  kinds: z
    .string()
    .transform((text) => text.split('+'))
    .pipe(z.array(z.enum(kinds)))
    .default([...kinds]),
});

/** Reads `CHAOS`: nothing or `0` for none, `1` for some of everything, else `seed:7,rate:0.1,kinds:kill+late`. */
export function chaosSpec(text: string | undefined): ChaosSpec | undefined {
  if (!text || text === '0') return undefined;
  const settings =
    text === '1' ? [] : text.split(',').map((setting) => setting.split(':').map((part) => part.trim()));
  const read = Settings.safeParse(Object.fromEntries(settings));
  if (!read.success)
    throw new ChaosSpecError(
      `CHAOS is 1, or like seed:7,rate:0.1,kinds:kill+late. ${z.prettifyError(read.error)}`,
    );
  return { ...read.data, seed: read.data.seed ?? randomInt(1_000_000) };
}
