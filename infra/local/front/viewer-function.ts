import { randomUUID } from 'node:crypto';
import { createContext, runInContext, Script } from 'node:vm';
import * as z from 'zod';
import type { Resource } from '../template.ts';
import { understood } from '../understood.ts';
import { type Answered, type Asked, answerText } from './exchange.ts';

const Properties = z.object({
  AutoPublish: z.literal(true),
  FunctionCode: z.string(),
  FunctionConfig: z.object({ Runtime: z.literal('cloudfront-js-2.0'), Comment: z.string() }),
});
const Value = z.object({ value: z.string() });
const Result = z.union([
  z.object({
    statusCode: z.int(),
    headers: z.record(z.string(), Value).default({}),
    body: z.string().default(''),
  }),
  z.object({ method: z.string(), uri: z.string(), headers: z.record(z.string(), Value) }),
]);

/** A CloudFront function in an empty room: it has its language and Buffer, and nothing of Node besides. */
export class ViewerFunction {
  readonly #room = createContext(
    { Buffer, Date, console: { log: () => undefined } },
    { codeGeneration: { strings: false, wasm: false } },
  );

  constructor(resource: Resource) {
    const { FunctionCode } = understood(Properties, resource);
    new Script(FunctionCode).runInContext(this.#room);
  }

  /** Runs on a viewer's request: answers the request to go on with, or the response that ends it. */
  run(request: Asked): Asked | Answered {
    const event = {
      version: '1.0',
      context: { eventType: 'viewer-request', requestId: randomUUID() },
      viewer: { ip: request.source },
      request: {
        method: request.method,
        uri: request.uri,
        querystring: {},
        headers: Object.fromEntries(
          Object.entries(request.headers).map(([name, value]) => [name, { value }]),
        ),
        cookies: {},
      },
    };
    // Through JSON: nothing of this side is handed into the room.
    const called = runInContext(`JSON.stringify(handler(${JSON.stringify(event)}))`, this.#room, {
      timeout: 100,
    });
    const result = Result.parse(JSON.parse(z.string().parse(called)));
    if ('uri' in result) return { ...request, uri: result.uri, headers: plain(result.headers) };
    const { 'content-type': type = 'text/plain', ...headers } = plain(result.headers);
    return answerText(result.statusCode, type, result.body, headers);
  }
}

const plain = (headers: Record<string, { value: string }>) =>
  Object.fromEntries(Object.entries(headers).map(([name, { value }]) => [name.toLowerCase(), value]));
