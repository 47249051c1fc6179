import { Agent } from 'node:http';
import { type HttpAnswer, type HttpCall, httpCall } from './http-call.ts';
import { mostAtOnce, putInParts } from './in-parts.ts';
import { ObjectJournal } from './object-journal.ts';

/** Headers that are about one connection, or say where it led. */
const hopByHop = ['host', 'connection', 'content-length', 'transfer-encoding', 'expect'];

/** An object that was written: by which call, `PutObject` or `CopyObject`. */
export type Created = { bucket: string; key: string; size: number; etag: string; reason: string };

/** S3 on this machine: fauxqs, behind a journal that keeps an object whole over a kill -9. */
export class Objects {
  /** Where the objects can be read, by those who are no function of ours: `http://127.0.0.1:PORT`. */
  readonly endpoint: string;
  readonly #port: number;
  readonly #agent = new Agent({ keepAlive: true });
  readonly #journal: ObjectJournal;
  /** The paths of what is being written and must not have been there before. */
  readonly #claimed = new Set<string>();
  #tell: (created: Created) => void = () => undefined;
  #recovered: HttpCall[] = [];

  constructor(port: number, journalFolder: string) {
    this.#port = port;
    this.endpoint = `http://127.0.0.1:${port}`;
    this.#journal = new ObjectJournal(journalFolder);
  }

  /** Puts again what a kill -9 cut off. */
  async recover(): Promise<void> {
    this.#recovered = this.#journal.unfinished().map((put) => ({ ...put, method: 'PUT' }));
    for (const put of this.#recovered) await this.#forward(put);
    await this.#journal.clear();
  }

  /** Tells of each object before the call that writes it is answered; and now of those that were put again. */
  async tellOfCreated(tell: (created: Created) => void): Promise<void> {
    this.#tell = tell;
    for (const put of this.#recovered.splice(0)) await this.#told(put);
  }

  /** Carries out a call of the S3 API; an object that it answered for is there after a kill -9. */
  async handle(call: HttpCall): Promise<HttpAnswer> {
    const headers = Object.fromEntries(
      Object.entries(call.headers).filter(([name]) => !hopByHop.includes(name)),
    );
    const forwarded = { ...call, headers, body: Buffer.from(call.body) };
    if (call.method !== 'PUT') return this.#forward(forwarded);
    const put = () => this.#journal.around(forwarded, () => this.#put(forwarded));
    return call.headers['if-none-match'] === '*' ? this.#onlyNew(call.path, put) : put();
  }

  close(): void {
    this.#agent.destroy();
  }

  /** fauxqs 2.4.1 doesn't know conditional writes. */
  async #onlyNew(path: string, put: () => Promise<HttpAnswer>): Promise<HttpAnswer> {
    if (this.#claimed.has(path)) return errorAnswer(409, 'ConditionalRequestConflict');
    this.#claimed.add(path);
    try {
      const { status } = await this.#head(path);
      return status === 200 ? errorAnswer(412, 'PreconditionFailed') : await put();
    } finally {
      this.#claimed.delete(path);
    }
  }

  async #put(call: HttpCall & { body: Buffer }): Promise<HttpAnswer> {
    const answer = await this.#forward(call);
    if (answer.status === 200) await this.#told(call);
    return answer;
  }

  async #told({ path, headers }: HttpCall): Promise<void> {
    const { pathname } = new URL(path, this.endpoint);
    const [bucket = '', ...key] = decodeURIComponent(pathname.slice(1)).split('/');
    const { headers: of } = await this.#head(pathname);
    const reason = 'x-amz-copy-source' in headers ? 'CopyObject' : 'PutObject';
    const [size, etag] = [Number(of['content-length']), (of.etag ?? '').replaceAll('"', '')];
    this.#tell({ bucket, key: key.join('/'), size, etag, reason });
  }

  #head(path: string): Promise<HttpAnswer> {
    return this.#send({ method: 'HEAD', path, headers: {}, body: '' });
  }

  #forward(call: HttpCall): Promise<HttpAnswer> {
    const body = Buffer.from(call.body);
    const send = (one: HttpCall) => this.#send(one);
    return call.method === 'PUT' && body.length > mostAtOnce
      ? putInParts({ ...call, body }, send)
      : send(call);
  }

  #send(call: HttpCall): Promise<HttpAnswer> {
    return httpCall(this.#agent, this.#port, call);
  }
}

const errorAnswer = (status: number, code: string): HttpAnswer => ({
  status,
  headers: { 'content-type': 'application/xml' },
  body: Buffer.from(`<Error><Code>${code}</Code></Error>`),
});
