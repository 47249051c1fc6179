import { AsyncLocalStorage } from 'node:async_hooks';

type Task = { stands: () => void; done: Promise<void> };
type Held = { task: Task; steps: number; goOn: () => void };

/** Functions that stand still in the middle of their work, while others go on. */
class Stalls {
  readonly #current = new AsyncLocalStorage<Task>();
  #held: Held[] = [];

  /** Begins something, and answers once it is done or stands still. */
  async begin(work: () => Promise<void>): Promise<void> {
    const standing = Promise.withResolvers<void>();
    const task: Task = { stands: standing.resolve, done: Promise.resolve() };
    task.done = this.#current.run(task, work);
    await Promise.race([task.done, standing.promise]);
  }

  /** Stands still for some steps. */
  async hold(steps: number): Promise<void> {
    const task = this.#current.getStore();
    if (!task) return;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#held.push({ task, steps, goOn: resolve });
    task.stands();
    await promise;
  }

  /** A step has passed: those whose time it is go on to their end; all of them, if it is the last. */
  async step(isLast = false): Promise<void> {
    const due = this.#held.filter((one) => --one.steps < 0 || isLast);
    this.#held = this.#held.filter((one) => !due.includes(one));
    for (const { goOn, task } of due) {
      goOn();
      await task.done;
    }
  }
}

export const stalls = new Stalls();
