import { EventEmitter, once } from 'node:events';
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Faults } from '../faults/faults.ts';
import type { Permissions } from '../permissions/permissions.ts';
import { here, secretAccessKey } from '../place.ts';
import type { Assets } from '../template/assets.ts';
import { type Deployed, isProviderOfStaticFiles, ofType, type Resource } from '../template/template.ts';
import {
  type EnvironmentOptions,
  ExecutionEnvironment,
  FunctionError,
  mostRequestBytes,
} from './execution-environment.ts';
import { FunctionLog } from './function-log.ts';
import { functionProperties } from './properties.ts';
import { checkUnzippedSize } from './unzipped-size.ts';

const throttled = 'TooManyRequestsException';

/** How many execution environments a function has at most: two cores have no use for more. */
const mostEnvironments = 4;

/** What a function needs of the stack that it runs in. */
export type Surroundings = {
  assets: Assets;
  /** The address of the door to AWS. */
  endpoint: string;
  dataDir: string;
  permissions: Permissions;
  faults: Faults;
  ahead: Float64Array;
};
type Outcome = { milliseconds: number; failed: boolean };

/** One Lambda function: its deployed bundle, in as many execution environments as there are calls at once. */
export class LocalFunction extends EventEmitter<{ invoked: [Outcome]; line: [string] }> {
  readonly name: string;
  readonly arn: string;
  readonly physicalId: string;
  readonly role: string;
  invocations = 0;
  errors = 0;
  lastError = '';
  readonly timeoutSeconds: number;
  readonly #surroundings: Surroundings;
  readonly #options: EnvironmentOptions;
  readonly #log: FunctionLog;
  readonly #idle: ExecutionEnvironment[] = [];
  readonly #busy = new Set<ExecutionEnvironment>();
  /** Those of an earlier bundle, which end when they have answered. */
  readonly #outdated = new WeakSet<ExecutionEnvironment>();

  constructor(resource: Resource, surroundings: Surroundings) {
    super();
    const { physicalId, arn, logicalId } = resource;
    const { Code, Environment, Handler, LoggingConfig, MemorySize, Role, Timeout } =
      functionProperties(resource);
    const { dataDir, permissions, assets, ahead } = surroundings;
    this.name = Environment.Variables.POWERTOOLS_SERVICE_NAME ?? logicalId;
    this.arn = arn;
    this.physicalId = physicalId;
    this.role = Role;
    this.timeoutSeconds = Timeout;
    this.#surroundings = surroundings;
    this.#log = new FunctionLog(join(dataDir, 'logs', `${this.name}.log`), (action) =>
      permissions.check({ role: Role }, action, `${logGroupArn(LoggingConfig.LogGroup)}:log-stream:local`),
    );
    const folder = assets.folder(Code.S3Key);
    checkUnzippedSize(folder, resource);
    this.#options = {
      folder,
      handler: Handler,
      functionName: physicalId,
      timeoutSeconds: Timeout,
      memoryMegabytes: MemorySize,
      variables: { ...Environment.Variables, ...this.#runtimeVariables(MemorySize) },
      ahead,
    };
  }

  /** Starts an execution environment ahead of the first call. */
  warm(): void {
    this.#idle.push(this.#start());
  }

  /** Gives the function another bundle, which its next call runs. */
  renew(bundle: string): void {
    copyFileSync(bundle, join(this.#options.folder, 'handler.mjs'));
    this.retire();
  }

  /** Lets every call from now on begin in a new execution environment. */
  retire(): void {
    for (const environment of [...this.#idle, ...this.#busy]) this.#outdated.add(environment);
  }

  /** Calls the function. Throws `FunctionError` for whatever Lambda would call a failed invocation. */
  async invoke(event: unknown): Promise<unknown> {
    const started = performance.now();
    this.invocations++;
    try {
      const result = await this.#called(event);
      this.emit('invoked', { milliseconds: performance.now() - started, failed: false });
      return result;
    } catch (error) {
      this.errors++;
      this.lastError = `${new Date().toISOString()} ${error}`;
      // Lambda counts a throttled call as no invocation and no error.
      if (!(error instanceof FunctionError) || error.name !== throttled)
        this.emit('invoked', { milliseconds: performance.now() - started, failed: true });
      throw error;
    }
  }

  /** Ends the execution environment of a session, in the middle of whatever it does. */
  async kill(session: string): Promise<void> {
    for (const environment of this.#busy) if (environment.session === session) await environment.end();
  }

  /** Ends all execution environments; calls under way are lost. */
  async stop(): Promise<void> {
    await Promise.all([...this.#idle, ...this.#busy].map((environment) => environment.end()));
  }

  async #called(event: unknown): Promise<unknown> {
    const { permissions, faults } = this.#surroundings;
    permissions.check({ service: 'lambda.amazonaws.com' }, 'sts:AssumeRole', this.role);
    if (Buffer.byteLength(JSON.stringify(event)) > mostRequestBytes)
      throw new FunctionError(
        'RequestEntityTooLargeException',
        `Request must be smaller than ${mostRequestBytes} bytes for the InvokeFunction operation`,
      );
    const fault = faults.meets(`${this.name} invoke`, ['throttle', 'kill']);
    if (fault?.kind === 'throttle') throw new FunctionError(throttled, 'Rate Exceeded.');
    const environment = await this.#acquire();
    try {
      const result = await environment.call(event);
      if (!fault) return result;
      // It dies on its last line: everything is done, and nobody hears of it.
      void environment.end();
      throw new FunctionError('Runtime.ExitError', 'Runtime exited without providing a reason');
    } finally {
      this.#release(environment);
    }
  }

  async #acquire(): Promise<ExecutionEnvironment> {
    for (;;) {
      const environment =
        this.#idle.pop() ?? (this.#busy.size < mostEnvironments ? this.#start() : undefined);
      if (!environment) {
        await once(this.#freed, 'freed');
        continue;
      }
      if (environment.isAlive && !this.#outdated.has(environment)) {
        this.#busy.add(environment);
        return environment;
      }
      void environment.end();
    }
  }
  readonly #freed = new EventEmitter<{ freed: [] }>().setMaxListeners(0);

  #release(environment: ExecutionEnvironment): void {
    this.#busy.delete(environment);
    if (environment.isAlive) this.#idle.push(environment);
    this.#freed.emit('freed');
  }

  #start(): ExecutionEnvironment {
    const environment = new ExecutionEnvironment(this.#options);
    this.#log.follow(environment, (line) => this.emit('line', line));
    return environment;
  }

  #runtimeVariables(memorySize: number): Record<string, string> {
    return {
      AWS_ENDPOINT_URL: this.#surroundings.endpoint,
      AWS_REGION: here.region,
      AWS_DEFAULT_REGION: here.region,
      AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
      AWS_LAMBDA_FUNCTION_NAME: this.physicalId,
      AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(memorySize),
      AWS_ACCESS_KEY_ID: this.name,
      AWS_SECRET_ACCESS_KEY: secretAccessKey,
    };
  }
}

const logGroupArn = (name: string) => `arn:aws:logs:${here.region}:${here.account}:log-group:${name}`;

/** Every function of the templates but aws-cdk-lib's own. */
export const localFunctions = (deployed: Deployed, surroundings: Surroundings): LocalFunction[] =>
  ofType(deployed, 'AWS::Lambda::Function')
    .filter(({ logicalId }) => !isProviderOfStaticFiles(logicalId))
    .map((resource) => new LocalFunction(resource, surroundings));
