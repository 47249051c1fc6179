import type { IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';

/** A request on its way through the front; header names are in lower case. `uri` is the path, undecoded. */
export type Asked = {
  method: string;
  uri: string;
  query: string;
  headers: Record<string, string>;
  body: Buffer;
  source: string;
};

/** An answer on its way back; header names are in lower case. */
export type Answered = { status: number; headers: Record<string, string>; body: Buffer };

/** Reads a request whole. */
export async function asked(request: IncomingMessage): Promise<Asked> {
  const [uri = '/', ...query] = (request.url ?? '/').split('?');
  return {
    method: request.method ?? 'GET',
    uri,
    query: query.join('?'),
    headers: Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [name, [value].flat().join(',')]),
    ),
    body: await buffer(request),
    source: request.socket.remoteAddress ?? '127.0.0.1',
  };
}

/** An answer with a text. */
export const answerText = (
  status: number,
  type: string,
  text: string,
  headers: Record<string, string> = {},
): Answered => ({
  status,
  headers: { 'content-type': type, ...headers },
  body: Buffer.from(text),
});
