import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { EventBus } from './event-bus.ts';
import type { Tables } from './tables.ts';

/** The door through which functions reach DynamoDB and EventBridge: one address, told apart by the target. */
export class AwsEndpoint {
  readonly #server: Server;

  constructor(tables: Tables, bus: EventBus) {
    this.#server = createServer(async (request, response) => {
      const [service = '', operation = ''] = String(request.headers['x-amz-target']).split('.');
      const body = await text(request);
      const handle = async () =>
        service === 'AWSEvents' ? this.#events(operation, body, bus) : tables.handle(operation, body);
      // What can't be read is the caller's mistake, and no reason for the whole stack to end.
      const answer = await handle().catch((error: unknown) => refused('ValidationException', String(error)));
      response.writeHead(answer.status, { 'Content-Type': 'application/x-amz-json-1.0' }).end(answer.body);
    });
  }

  async start(): Promise<string> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #events(operation: string, body: string, bus: EventBus): { status: number; body: string } {
    if (operation === 'PutEvents') return { status: 200, body: bus.putEvents(body) };
    return refused('UnknownOperationException', `The local stack has no ${operation}`);
  }
}

const refused = (__type: string, message: string) => ({
  status: 400,
  body: JSON.stringify({ __type, message }),
});
