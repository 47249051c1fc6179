import { randomUUID } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { Worker } from 'node:worker_threads';
import * as z from 'zod';
import type { WorkerData } from './function-worker.ts';

/** The failure of a call, by the name that Lambda reports. */
export class FunctionError extends Error {
  constructor(name: string, message: string) {
    super(message);
    this.name = name;
  }
}

/** What Lambda takes and gives, in bytes: https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html */
export const mostRequestBytes = 6_291_456;
const mostResponseBytes = 6_291_556;

const Reply = z.object({
  id: z.string(),
  result: z.string().optional(),
  error: z.object({ name: z.string(), message: z.string() }).optional(),
});
const Written = z.object({ written: z.string() });

export type EnvironmentOptions = Omit<WorkerData, 'given'> & {
  memoryMegabytes: number;
  variables: Record<string, string>;
};

/**
 * One execution environment of a function: a worker thread that loads the bundle and takes one call at a time. Between
 * two calls it is frozen: what a call leaves undone goes on in the next one, which its failure ends. After that, or a
 * timeout, `isAlive` is false and it is not called again. `written` is what it writes to its log.
 */
export class ExecutionEnvironment extends EventEmitter<{ written: [string] }> {
  /** The session that its calls of AWS are signed with. */
  readonly session = randomUUID();
  isAlive = true;
  readonly #worker: Worker;
  readonly #timeoutSeconds: number;
  readonly #given = new Int32Array(new SharedArrayBuffer(4));

  constructor(options: EnvironmentOptions) {
    super();
    const { variables, memoryMegabytes, ...rest } = options;
    const workerData: WorkerData = { ...rest, given: this.#given };
    this.#timeoutSeconds = options.timeoutSeconds;
    this.#worker = new Worker(new URL('./function-worker.ts', import.meta.url), {
      workerData,
      env: { ...variables, AWS_SESSION_TOKEN: this.session },
      resourceLimits: { maxOldGenerationSizeMb: memoryMegabytes },
      stdout: true,
      stderr: true,
    });
    this.#worker.on('message', (message) => {
      const { data } = Written.safeParse(message);
      if (data) this.emit('written', data.written);
    });
    this.#worker.on('error', (error) => {
      this.isAlive = false;
      this.emit('written', `${error}\n`);
    });
    this.#worker.on('exit', () => {
      this.isAlive = false;
    });
  }

  /** Calls the function. Throws `FunctionError` when it throws, dies or takes longer than its timeout. */
  async call(event: unknown): Promise<unknown> {
    const request = JSON.stringify(event);
    const id = randomUUID();
    const { result = 'null', error } = await new Promise<z.output<typeof Reply>>((resolve) => {
      const settle = (reply: z.output<typeof Reply>) => {
        clearTimeout(timer);
        this.#worker.off('error', onError).off('exit', onExit).off('message', onMessage);
        resolve(reply);
      };
      const ended = (name: string, message: string) => {
        this.end();
        settle({ id, error: { name, message } });
      };
      const seconds = this.#timeoutSeconds;
      const timedOut = () => ended('Sandbox.Timedout', `Task timed out after ${seconds.toFixed(2)} seconds`);
      const timer = setTimeout(timedOut, seconds * 1000);
      const onError = (failure: unknown) => ended(nameOfEnd(failure), String(failure));
      const onExit = (code: number) => ended('Runtime.ExitError', `Runtime exited with ${code}`);
      const onMessage = (message: unknown) => {
        const { data } = Reply.safeParse(message);
        if (data?.id === id) settle(data);
      };
      this.#worker.on('error', onError).on('exit', onExit).on('message', onMessage);
      this.#worker.postMessage({ id, request });
      Atomics.add(this.#given, 0, 1);
      Atomics.notify(this.#given, 0);
    });
    if (error) throw new FunctionError(error.name, error.message);
    if (Buffer.byteLength(result) > mostResponseBytes)
      throw new FunctionError(
        'Function.ResponseSizeTooLarge',
        `Response payload size exceeded maximum allowed payload size (${mostResponseBytes} bytes).`,
      );
    return JSON.parse(result);
  }

  /** Ends it, in the middle of whatever it does. */
  end(): Promise<number> {
    this.isAlive = false;
    return this.#worker.terminate();
  }
}

const nameOfEnd = (failure: unknown): string =>
  failure instanceof Error && 'code' in failure && failure.code === 'ERR_WORKER_OUT_OF_MEMORY'
    ? 'Runtime.OutOfMemory'
    : 'Runtime.ExitError';
