/** Whose call to AWS is next, while several functions run at once. */
class Turns {
  #waiting: (() => void)[] = [];
  #atOnce = false;

  async take(): Promise<void> {
    if (this.#atOnce) await new Promise<void>((go) => this.#waiting.push(go));
  }

  /** Runs tasks at once; whenever all of them wait, `order` says which goes on. */
  async run(tasks: (() => Promise<void>)[], order: number[]): Promise<void> {
    this.#atOnce = true;
    let left = tasks.length;
    const all = Promise.allSettled(tasks.map((task) => task().finally(() => left--)));
    for (let turn = 0; left > 0; turn++) {
      await new Promise((settled) => setImmediate(settled));
      const next = (order[turn % order.length] ?? 0) % Math.max(1, this.#waiting.length);
      this.#waiting.splice(next, 1)[0]?.();
    }
    this.#atOnce = false;
    for (const go of this.#waiting.splice(0)) go();
    for (const outcome of await all) if (outcome.status === 'rejected') throw outcome.reason;
  }
}

export const turns = new Turns();
