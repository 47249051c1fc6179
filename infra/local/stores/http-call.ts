import { type Agent, request } from 'node:http';
import { buffer } from 'node:stream/consumers';

/** A call of a server on this machine; header names are in lower case. */
export type HttpCall = {
  method: string;
  path: string;
  headers: Record<string, string>;
  body: string | Buffer;
};
export type HttpAnswer = { status: number; headers: Record<string, string>; body: Buffer };

/** Sends a call to a port of this machine, over the connections of an agent. */
export function httpCall(agent: Agent, port: number, call: HttpCall): Promise<HttpAnswer> {
  const { body, ...asked } = call;
  return new Promise((resolve, reject) => {
    const headers = { ...asked.headers, 'content-length': String(Buffer.byteLength(body)) };
    const sent = request({ ...asked, headers, host: '127.0.0.1', port, agent }, (response) => {
      const answered = Object.entries(response.headers).map(([name, value]) => [name, String(value)]);
      buffer(response).then((whole) => {
        const status = response.statusCode ?? 500;
        resolve({ status, headers: Object.fromEntries(answered), body: whole });
      }, reject);
    });
    sent.on('error', reject).end(body);
  });
}
