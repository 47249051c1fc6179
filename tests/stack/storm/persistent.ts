import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import * as z from 'zod';

/** A statement as the API answers it, as far as a client in a storm looks. */
export const Seen = z.object({
  id: z.string(),
  version: z.int(),
  path: z.string(),
  live: z.object({ edition: z.int(), title: z.string(), firstPublished: z.string() }).nullable(),
  work: z.object({ title: z.string() }).nullable(),
});
export type Seen = z.output<typeof Seen>;

/** One call of the API, as `Stack.api` makes it. */
export type Call = (
  method: string,
  path: string,
  options?: { body?: unknown; headers?: Record<string, string> },
) => Promise<Response>;

const patienceMilliseconds = 180_000;

/** A client as a careful integrator writes one: it asks again, with the same key, until it has an answer. */
export class PersistentClient {
  readonly #call: Call;

  constructor(call: Call) {
    this.#call = call;
  }

  async publish(title: string): Promise<Seen> {
    const body = { type: 'statement', language: 'en', title, body: `${title} was said.`, publish: true };
    return this.#until(201, 'POST', '/statements', body, { 'Idempotency-Key': randomUUID() });
  }

  read(id: string): Promise<Seen> {
    return this.#until(200, 'GET', `/statements/${id}`);
  }

  /** Gives a statement another title, in public. */
  async correct(id: string, title: string): Promise<Seen> {
    for (;;) {
      const seen = await this.read(id);
      if (seen.live?.title === title) return seen;
      const match = { 'If-Match': `"${seen.version}"` };
      const said = { note: 'The title was wrong.', significance: 'major' };
      const edited = seen.work?.title === title;
      // Whatever became of it is seen on the next look.
      if (!edited) await this.#once('PATCH', `/statements/${id}`, { title }, match);
      else
        await this.#once('POST', `/statements/${id}/publish`, said, {
          ...match,
          'Idempotency-Key': randomUUID(),
        });
    }
  }

  async #until(
    status: number,
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Seen> {
    for (const end = Date.now() + patienceMilliseconds; Date.now() < end; await pause(200)) {
      const response = await this.#once(method, path, body, headers);
      if (response?.status === status) return Seen.parse(response.body);
      const isPassing = !response || response.status >= 500 || response.status === 409;
      if (!isPassing)
        throw new Error(`${method} ${path}: ${response.status} ${JSON.stringify(response.body)}`);
    }
    throw new Error(`${method} ${path} had no answer in ${patienceMilliseconds} ms`);
  }

  /** One try; undefined when nobody answers. */
  async #once(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
    try {
      const response = await this.#call(method, path, { ...(body !== undefined && { body }), headers });
      return { status: response.status, body: await response.json() };
    } catch {
      return undefined;
    }
  }
}
