import { handler as lists } from '../../functions/feeds/handler.ts';
import { handler as relay } from '../../functions/relay/handler.ts';
import { handler as release } from '../../functions/release/handler.ts';
import { handler as page } from '../../functions/render/handler.ts';
import { handler as sweep } from '../../functions/sweep/handler.ts';
import type { BusEvent } from '../../shared/events.ts';
import { publicEvent } from '../../shared/events.ts';
import { isPublic } from '../../shared/statement/public.ts';
import type { Head } from '../../shared/statement/statement.ts';
import { messageOf } from '../functions/publish.ts';
import { clock } from './clock.ts';
import { type Fate, invoke } from './invocation.ts';
import type { Deliver, Lose, Relay } from './steps.ts';
import { timeouts } from './timeouts.ts';
import type { World } from './world.ts';

type Consumer = typeof page;
const secondsOf = new Map<Consumer, number>([
  [page, timeouts.render],
  [lists, timeouts.feeds],
  [release, timeouts.release],
]);

/** The functions behind the API, each called as Lambda calls it; what they fail at comes back. */
export class Workshop {
  readonly #world: World;
  /** Languages whose lists are being made: each has one writer at a time. */
  readonly #busy = new Set<string>();

  constructor(world: World) {
    this.#world = world;
  }

  async relay({ records, fate }: Omit<Relay, 'does'>): Promise<void> {
    const Records = this.#world.stream.splice(0, records + 1);
    if (Records.length === 0) return;
    const answer = await invoke(fate, timeouts.relay, () => relay({ Records }));
    if (!answer) this.#world.stream.unshift(...Records);
  }

  /** Pages come in any order, and several of a batch at once. */
  async page({ which, twice, fate }: Omit<Deliver, 'does'>): Promise<void> {
    const { pages } = this.#world;
    const events = pages.splice(which % Math.max(1, pages.length), 2);
    if (twice) pages.push(...events);
    if (!(await this.#consumed(page, events, fate))) pages.push(...events);
  }

  async lists({ which, twice, fate }: Omit<Deliver, 'does'>): Promise<void> {
    const { lists: queues } = this.#world;
    const languages = [...queues.keys()].filter(
      (language) => queues.get(language)?.length && !this.#busy.has(language),
    );
    const language = languages[which % Math.max(1, languages.length)];
    if (language === undefined) return;
    this.#busy.add(language);
    const waiting = queues.get(language) ?? [];
    const events = waiting.splice(0, 1 + which);
    if (twice) waiting.push(...events);
    if (!(await this.#consumed(lists, events, fate))) waiting.unshift(...events);
    this.#busy.delete(language);
  }

  /** Publishes what is due, or has it come again. */
  async release({ which, twice, fate }: Omit<Deliver, 'does'>): Promise<void> {
    const ready = this.#ready;
    const message = ready[which % Math.max(1, ready.length)];
    if (!message) return;
    const { due } = this.#world;
    if (!twice) due.splice(due.indexOf(message), 1);
    if (!(await this.#consumed(release, [message.event], fate))) due.push(message);
  }

  get #ready() {
    return this.#world.due.filter(({ from }) => from <= clock.now);
  }

  lose({ which }: Omit<Lose, 'does'>): void {
    const { pages, lists: queues, due } = this.#world;
    for (const queue of [pages, due, ...queues.values()]) queue.splice(which, 1);
  }

  async sweep(fate?: Fate): Promise<void> {
    await invoke(fate, timeouts.sweep, async () => {
      await sweep();
      return true;
    });
  }

  /** Brings all that waits on its way; `fate` is that of the first function that has something to do. */
  async flow(fate?: Fate): Promise<void> {
    const { stream, pages, lists: queues } = this.#world;
    if (stream.length > 0) await this.relay({ records: 99, fate: undefined });
    let next = fate;
    const taken = () => {
      const taking = next;
      next = undefined;
      return taking;
    };
    while (this.#ready.length > 0) await this.release({ which: 0, twice: false, fate: taken() });
    if (stream.length > 0) await this.relay({ records: 99, fate: undefined });
    while (pages.length > 0) await this.page({ which: 0, twice: false, fate: taken() });
    for (let language = 0; language < queues.size; language++)
      await this.lists({ which: 9, twice: false, fate: taken() });
  }

  /** Lets everything come to rest, with nothing going wrong any more. */
  async settle(): Promise<void> {
    const { stream, pages, due, lists: queues } = this.#world;
    for (let round = 0; round < 20; round++) {
      await this.flow();
      clock.pass(61_000);
      this.#world.step();
      await this.sweep();
      const waiting = [stream, pages, due, ...queues.values()];
      const isDone = ({ pending, work }: Head) => !pending && work?.state !== 'scheduled';
      if (waiting.every(({ length }) => length === 0) && this.#world.heads.every(isDone)) return;
    }
    throw new Error('The workshop did not come to rest');
  }

  /** Makes the whole site, of what the table says now. */
  async makeAnew(): Promise<void> {
    const events = this.#world.heads.filter(isPublic).map(publicEvent);
    for (const event of events) await this.#consumed(page, [event], undefined);
    for (const language of ['en', 'fr']) {
      const outdated: BusEvent = { 'detail-type': 'Lists Outdated', detail: { language } };
      const told = events.filter(({ detail }) => detail.language === language);
      await this.#consumed(lists, [outdated, ...told], undefined);
    }
  }

  async #consumed(consumer: Consumer, events: BusEvent[], fate: Fate | undefined): Promise<boolean> {
    if (events.length === 0) return true;
    const Records = events.map((event, n) => messageOf(event, `m-${n}`));
    const answer = await invoke(fate, secondsOf.get(consumer) ?? 0, () => consumer({ Records }));
    if (answer && answer.batchItemFailures.length > 0)
      throw new Error(`A consumer failed at ${JSON.stringify(events)}`);
    return answer !== undefined;
  }
}
