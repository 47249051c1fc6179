import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import type { Kind } from '../faults/chaos-spec.ts';
import type { Faults } from '../faults/faults.ts';
import { AccessDenied, type Permissions } from '../permissions/permissions.ts';
import { type Caller, callerOf } from './caller.ts';
import type { AwsAnswer, AwsRequest, Service } from './service.ts';

type Options = {
  /** The services by their names in signatures: `dynamodb`, `events`, `s3`. */
  services: Record<string, Service>;
  /** The ARN of a function's role. */
  roleOf: (functionName: string) => string;
  permissions: Permissions;
  faults: Faults;
  /** Ends a function's worker in the middle of its work. */
  kill: (caller: Caller) => Promise<void>;
};

/** What can go wrong with any call. */
const always: Kind[] = ['throttle', 'error', 'reset', 'lost-answer', 'slow', 'kill'];

/** Longer than a client of ours waits for an answer (shared/aws.ts). */
const slowMilliseconds = 5000;

/**
 * The door through which functions reach AWS, all services at one address, told apart by the signature. A call is
 * carried out if the caller's role allows it, and if no fault befalls it.
 */
export class Door {
  readonly #options: Options;
  readonly #server: Server;

  constructor(options: Options) {
    this.#options = options;
    // A function that is frozen keeps its connections: an end that it does not hear of would cost its next call a try.
    this.#server = createServer(
      { keepAliveTimeout: 0 },
      (request, response) => void this.#handle(request, response),
    );
  }

  /** Opens the door; answers its address. */
  async open(): Promise<string> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #handle(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const request = await received(incoming).catch(() => undefined);
    if (!request) return;
    const answer = await this.#answer(request);
    if (!answer) incoming.socket.destroy();
    else
      response
        .writeHead(answer.status, { 'content-type': 'application/x-amz-json-1.0', ...answer.headers })
        .end(answer.body);
  }

  /** The answer to a request; undefined breaks the connection. */
  async #answer(request: AwsRequest): Promise<AwsAnswer | undefined> {
    const caller = callerOf(request);
    const service = this.#options.services[caller?.service ?? ''];
    if (!caller || !service)
      return {
        status: 400,
        body: JSON.stringify({
          __type: 'UnrecognizedClientException',
          message: `The local stack has no ${caller?.service ?? 'service without a signature'}`,
        }),
      };
    try {
      return await this.#carriedOut(request, caller, service);
    } catch (error) {
      if (error instanceof AccessDenied) return service.error('denied', error.message);
      // What can't be read is the caller's mistake, and no reason for the whole stack to end.
      return service.error('invalid', String(error));
    }
  }

  async #carriedOut(request: AwsRequest, caller: Caller, service: Service): Promise<AwsAnswer | undefined> {
    const { permissions, faults, roleOf, kill } = this.#options;
    const { operation, needs, alsoPossible = [] } = service.asking(request);
    for (const { action, resource, context } of needs)
      permissions.check({ role: roleOf(caller.functionName) }, action, resource, context);

    const site = `${caller.functionName} ${caller.service}:${operation}`;
    const fault = faults.meets(site, [...always, ...alsoPossible]);
    if (fault?.kind === 'throttle') return service.error('throttled', 'Rate exceeded');
    if (fault?.kind === 'error') return service.error('internal', 'An internal error');
    if (fault?.kind === 'reset') return undefined;
    // Half of them die before their call has an effect, half after it.
    if (fault?.kind === 'kill' && fault.extent < 0.5) return void (await kill(caller));
    const answer = await service.carryOut(request, fault);
    if (fault?.kind === 'kill') await kill(caller);
    if (fault?.kind === 'kill' || fault?.kind === 'lost-answer') return undefined;
    if (fault?.kind === 'slow') await pause(slowMilliseconds);
    return answer;
  }
}

async function received(incoming: IncomingMessage): Promise<AwsRequest> {
  return {
    method: incoming.method ?? 'GET',
    url: incoming.url ?? '/',
    headers: Object.fromEntries(
      Object.entries(incoming.headers).map(([name, value]) => [name, [value].flat().join(',')]),
    ),
    body: await buffer(incoming),
  };
}
