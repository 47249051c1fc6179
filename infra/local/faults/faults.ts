import { createHash } from 'node:crypto';
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { type ChaosSpec, type Kind, kinds } from './chaos-spec.ts';

/**
 * A fault that a test asked for: it meets the calls of a site that say what `site` says (`render s3:PutObject`), leaves
 * `after` of them alone and then meets `times`.
 */
export const PlannedFault = z.strictObject({
  site: z.string(),
  kind: z.enum(kinds),
  after: z.int().min(0).default(0),
  times: z.int().min(1).default(1),
  extent: z.number().min(0).max(1).default(0.5),
});
export type PlannedFault = z.output<typeof PlannedFault>;

/** What a call meets. `extent` is a number from 0 to 1 for how much: of a delay, of a batch. */
export type Fault = { kind: Kind; extent: number };

/**
 * Says what goes wrong, and when. Chance is thrown by seed, life of the stack, site and the number of the call at its
 * site, and by nothing that depends on time, so that a run of the same seed meets the same faults.
 */
export class Faults {
  readonly counts: Partial<Record<Kind, number>> = {};
  readonly #chaos: ChaosSpec | undefined;
  readonly #life: number;
  readonly #log: string;
  readonly #calls = new Map<string, number>();
  #planned: PlannedFault[] = [];

  /** `life` counts the starts of this data folder: each has faults of its own. */
  constructor(chaos: ChaosSpec | undefined, life: number, dataDir: string) {
    this.#chaos = chaos;
    this.#life = life;
    this.#log = join(dataDir, 'faults.jsonl');
  }

  get isChaos(): boolean {
    return this.#chaos !== undefined;
  }

  plan(fault: PlannedFault): void {
    this.#planned.push({ ...fault });
  }

  /** The fault that a call meets at a site where some kinds are possible. */
  meets(site: string, possible: readonly Kind[]): Fault | undefined {
    const fault = this.#plannedAt(site, possible) ?? this.#chance(site, possible);
    if (fault) this.counts[fault.kind] = (this.counts[fault.kind] ?? 0) + 1;
    return fault;
  }

  #plannedAt(site: string, possible: readonly Kind[]): Fault | undefined {
    const plan = this.#planned.find((one) => one.site === site && possible.includes(one.kind));
    if (!plan || plan.after-- > 0) return undefined;
    if (--plan.times === 0) this.#planned = this.#planned.filter((one) => one !== plan);
    return { kind: plan.kind, extent: plan.extent };
  }

  #chance(site: string, possible: readonly Kind[]): Fault | undefined {
    if (!this.#chaos) return undefined;
    const enabled = possible.filter((kind) => this.#chaos?.kinds.includes(kind));
    // Calls to which other things can happen are counted apart, or the same number would not meet the same fault.
    const counted = `${site} ${possible.join('+')}`;
    const call = (this.#calls.get(counted) ?? 0) + 1;
    this.#calls.set(counted, call);
    const [chance = 1, which = 0, extent = 0] = dice(`${this.#chaos.seed}/${this.#life}/${counted}/${call}`);
    const kind = enabled[Math.floor(which * enabled.length)];
    if (chance >= this.#chaos.rate || !kind) return undefined;
    appendFileSync(this.#log, `${JSON.stringify({ life: this.#life, site, possible, call, kind })}\n`);
    return { kind, extent };
  }
}

/** Three numbers from 0 to 1, always the same for the same text. */
function dice(text: string): number[] {
  const digest = createHash('sha256').update(text).digest();
  return [0, 4, 8].map((offset) => digest.readUInt32BE(offset) / 2 ** 32);
}
