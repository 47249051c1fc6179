import { randomUUID } from 'node:crypto';
import { createContext, runInContext, Script } from 'node:vm';
import * as z from 'zod';
import type { Resource } from '../template/template.ts';
import { understood } from '../template/understood.ts';
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
        querystring: pairs(request.query, '&'),
        headers: Object.fromEntries(
          Object.entries(request.headers).map(([name, value]) => [name, { value }]),
        ),
        cookies: pairs(request.headers.cookie ?? '', '; '),
      },
    };
    // Through JSON, so that a function and its caller share no object.
    const called = runInContext(`JSON.stringify(handler(${JSON.stringify(event)}))`, this.#room, {
      timeout: 2000,
    });
    const result = Result.parse(JSON.parse(z.string().parse(called)));
    if ('uri' in result) return { ...request, uri: result.uri, headers: plain(result.headers) };
    const { 'content-type': type = 'text/plain', ...headers } = plain(result.headers);
    return answerText(result.statusCode, type, result.body, headers);
  }
}

const plain = (headers: Record<string, { value: string }>) =>
  Object.fromEntries(Object.entries(headers).map(([name, { value }]) => [name.toLowerCase(), value]));

/** Names and values, undecoded, as CloudFront hands them over: of several values the last, and all of them. */
function pairs(text: string, separator: string): Record<string, object> {
  const values = new Map<string, { value: string }[]>();
  for (const pair of text.split(separator).filter((one) => one !== '')) {
    const [name = '', ...rest] = pair.split('=');
    values.set(name, [...(values.get(name) ?? []), { value: rest.join('=') }]);
  }
  return Object.fromEntries(
    [...values].map(([name, all]) => [name, { ...all.at(-1), ...(all.length > 1 && { multiValue: all }) }]),
  );
}
