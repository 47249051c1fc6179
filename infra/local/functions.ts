import { randomUUID } from 'node:crypto';
import { copyFileSync, createWriteStream, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import * as z from 'zod';
import type { Assets } from './assets.ts';
import { here } from './place.ts';
import { type Deployed, isProviderOfStaticFiles, ofType, type Resource } from './template.ts';
import { understood } from './understood.ts';

/** The properties of a function that are honoured here; another one stops the start. */
const Properties = z.strictObject({
  Architectures: z.tuple([z.literal('arm64')]),
  Code: z.object({ S3Key: z.string() }),
  Environment: z.object({ Variables: z.record(z.string(), z.string()) }),
  Handler: z.literal('handler.handler'),
  LoggingConfig: z.unknown().optional(),
  MemorySize: z.int(),
  Role: z.string(),
  Runtime: z.literal('nodejs24.x'),
  Timeout: z.int(),
});

/** How many workers a function has at most: two cores have no use for more. */
const mostWorkers = 4;

/** The failure of a call, as Lambda reports it. */
export class FunctionError extends Error {}

const Reply = z.object({
  id: z.string(),
  result: z.unknown().optional(),
  error: z.object({ name: z.string(), message: z.string() }).optional(),
});
type Reply = z.output<typeof Reply>;

/** One Lambda function: its deployed bundle in workers, one call at a time each. */
export class LocalFunction {
  readonly name: string;
  readonly arn: string;
  invocations = 0;
  errors = 0;
  lastError = '';
  readonly #start: () => Worker;
  readonly #timeoutSeconds: number;
  readonly #idle: Worker[] = [];
  readonly #waiting: ((worker: Worker) => void)[] = [];
  #workers = 0;
  /** Counts the bundles that this function has had; a worker of an earlier one is not called again. */
  #bundle = 0;
  readonly #bundleOf = new WeakMap<Worker, number>();
  readonly #file: string;

  constructor(resource: Resource, assets: Assets, endpoints: Record<string, string>, dataDir: string) {
    const { physicalId, arn, logicalId } = resource;
    const { Code, Environment, MemorySize, Timeout } = understood(Properties, resource);
    this.name = Environment.Variables.POWERTOOLS_SERVICE_NAME ?? logicalId;
    this.arn = arn;
    this.#timeoutSeconds = Timeout;
    mkdirSync(join(dataDir, 'logs'), { recursive: true });
    const log = createWriteStream(join(dataDir, 'logs', `${this.name}.log`), { flags: 'a' });
    this.#file = join(assets.folder(Code.S3Key), 'handler.mjs');
    const env = {
      ...Environment.Variables,
      ...endpoints,
      AWS_REGION: here.region,
      AWS_LAMBDA_FUNCTION_NAME: physicalId,
      AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(MemorySize),
      AWS_ACCESS_KEY_ID: this.name,
      AWS_SECRET_ACCESS_KEY: 'local',
    };
    this.#start = () => {
      const worker = new Worker(new URL('./function-worker.ts', import.meta.url), {
        workerData: {
          file: this.#file,
          functionName: physicalId,
          timeoutSeconds: Timeout,
        },
        env,
        resourceLimits: { maxOldGenerationSizeMb: MemorySize },
        stdout: true,
        stderr: true,
      });
      this.#bundleOf.set(worker, this.#bundle);
      // An error is a worker's end, which its exit confirms only later: no call may take it in between.
      worker.on('error', (error) => {
        this.#forget(worker);
        log.write(`${error}\n`);
      });
      worker.on('exit', () => this.#forget(worker));
      worker.stdout.pipe(log, { end: false });
      worker.stderr.pipe(log, { end: false });
      return worker;
    };
  }

  /** Starts a worker ahead of the first call. */
  warm(): void {
    this.#workers++;
    this.#release(this.#start());
  }

  /** Gives the function another bundle, which its next call runs. */
  renew(bundle: string): void {
    copyFileSync(bundle, this.#file);
    this.#bundle++;
  }

  /** Calls the function; throws `FunctionError` when it throws, dies or takes longer than its timeout. */
  async invoke(event: unknown): Promise<unknown> {
    this.invocations++;
    const worker = await this.#acquire();
    const id = randomUUID();
    const reply = await this.#reply(worker, id, event);
    if ('error' in reply && reply.error) {
      this.errors++;
      this.lastError = `${new Date().toISOString()} ${reply.error.name}: ${reply.error.message}`;
      throw new FunctionError(`${reply.error.name}: ${reply.error.message}`);
    }
    return reply.result;
  }

  /** Ends the workers; calls under way are lost. */
  async stop(): Promise<void> {
    await Promise.all(this.#idle.map((worker) => worker.terminate()));
  }

  #reply(worker: Worker, id: string, event: unknown): Promise<Reply> {
    return new Promise((resolve) => {
      const settle = (reply: Reply, alive: boolean) => {
        clearTimeout(timer);
        worker.off('error', onError).off('exit', onExit).off('message', onMessage);
        if (alive) this.#release(worker);
        else this.#replace(worker);
        resolve(reply);
      };
      const failed = (name: string, message: string) => settle({ id, error: { name, message } }, false);
      const timer = setTimeout(
        () => failed('Sandbox.Timedout', `Task timed out after ${this.#timeoutSeconds}.00 seconds`),
        this.#timeoutSeconds * 1000,
      );
      const onError = (error: unknown) => failed('Runtime.ExitError', String(error));
      const onExit = (code: number) => failed('Runtime.ExitError', `The worker ended with ${code}`);
      const onMessage = (message: unknown) => {
        const reply = Reply.parse(message);
        if (reply.id === id) settle(reply, true);
      };
      worker.on('error', onError).on('exit', onExit).on('message', onMessage);
      worker.postMessage({ id, event });
    });
  }

  async #acquire(): Promise<Worker> {
    for (let idle = this.#idle.pop(); idle; idle = this.#idle.pop()) {
      if (this.#bundleOf.get(idle) === this.#bundle) return idle;
      this.#workers--;
      void idle.terminate();
    }
    if (this.#workers < mostWorkers) {
      this.#workers++;
      return this.#start();
    }
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  /** A worker that ended between two calls gets no more of them. */
  #forget(worker: Worker): void {
    const index = this.#idle.indexOf(worker);
    if (index < 0) return;
    this.#idle.splice(index, 1);
    this.#workers--;
  }

  #release(worker: Worker): void {
    const next = this.#waiting.shift();
    if (next) next(worker);
    else this.#idle.push(worker);
  }

  #replace(worker: Worker): void {
    void worker.terminate();
    if (this.#waiting.length > 0) this.#release(this.#start());
    else this.#workers--;
  }
}

/** Every function of the templates but aws-cdk-lib's own. */
export function localFunctions(
  deployed: Deployed,
  assets: Assets,
  endpoints: Record<string, string>,
  dataDir: string,
): LocalFunction[] {
  return ofType(deployed, 'AWS::Lambda::Function')
    .filter(({ logicalId }) => !isProviderOfStaticFiles(logicalId))
    .map((resource) => new LocalFunction(resource, assets, endpoints, dataDir));
}
