import type { Kind } from '../faults/chaos-spec.ts';
import type { Fault } from '../faults/faults.ts';

/** A request of an AWS SDK; header names are in lower case. */
export type AwsRequest = {
  method: string;
  /** Its path and query, as sent. */
  url: string;
  headers: Record<string, string>;
  body: Buffer;
};
export type AwsAnswer = { status: number; headers?: Record<string, string>; body: string | Buffer };

/** An action on a resource, which the caller must be allowed; `context` is by condition keys in lower case. */
export type Need = { action: string; resource: string; context?: Record<string, string> };

/** What a request asks for: the operation's name, what it needs, and what can go wrong with it besides the usual. */
export type Asking = { operation: string; needs: Need[]; alsoPossible?: Kind[] };

/** One service behind the door. It throws for a request that it can't read, which the door refuses then. */
export type Service = {
  asking(request: AwsRequest): Asking;
  /** Carries a request out, with the fault that it meets: if that is one of `alsoPossible`, the service commits it. */
  carryOut(request: AwsRequest, fault: Fault | undefined): Promise<AwsAnswer>;
  /** An error as the service words it: in its own format, by its own names. */
  error(what: Mishap, message: string): AwsAnswer;
};
export type Mishap = 'denied' | 'throttled' | 'internal' | 'invalid';

/** Status and name of each mishap, as a service has them. */
export type Mishaps = Record<Mishap, [status: number, name: string]>;

/** How the services with a JSON protocol word their errors. */
export const jsonErrors =
  (mishaps: Mishaps): Service['error'] =>
  (what, message) => {
    const [status, name] = mishaps[what];
    return { status, body: JSON.stringify({ __type: `com.amazonaws#${name}`, message }) };
  };

/** How the services with an XML protocol word their errors, each in a frame of its own. */
export const xmlErrors =
  (mishaps: Mishaps, framed: (error: string) => string): Service['error'] =>
  (what, message) => {
    const [status, code] = mishaps[what];
    const text = message.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
    const error = `<Error><Code>${code}</Code><Message>${text}</Message></Error>`;
    return {
      status,
      headers: { 'content-type': 'application/xml' },
      body: `<?xml version="1.0" encoding="UTF-8"?>\n${framed(error)}`,
    };
  };
