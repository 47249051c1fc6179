import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import * as z from 'zod';
import { here, signInPath } from '../place.ts';
import { type Deployed, ofType } from '../template.ts';
import { bucketOrigin } from './bucket-origin.ts';
import { Distribution, type Origin } from './distribution.ts';
import { type Answered, answerText, asked } from './exchange.ts';
import { HttpApi } from './http-api.ts';
import { outbox } from './outbox.ts';
import { deskClient, SignIn } from './sign-in.ts';
import { SignInKeys } from './sign-in-keys.ts';
import { type LocalStatus, statusPage } from './status.ts';

export type FrontOptions = {
  deployed: Deployed;
  port: number;
  dataDir: string;
  s3Endpoint: string;
  invoke: (functionArn: string, event: unknown) => Promise<unknown>;
  status: () => LocalStatus;
};

const noIPv6 = new Set(['EADDRNOTAVAIL', 'EAFNOSUPPORT']);
/** Names of this machine; a page that another name led here to must not get a token (DNS rebinding). */
const ownHost = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/;

const Person = z.object({ name: z.string().min(1), group: z.string().min(1) });

/** The one door of the local stack: `/_local/` for this machine's own pages, CloudFront for everything else. */
export class Front {
  readonly #options: FrontOptions;
  readonly #keys: SignInKeys;
  readonly #signIn: SignIn;
  readonly #distribution: Distribution;
  readonly #servers: Server[] = [];

  private constructor(options: FrontOptions, keys: SignInKeys, issuer: string) {
    const { deployed, invoke, s3Endpoint } = options;
    this.#options = options;
    this.#keys = keys;
    this.#signIn = new SignIn(deployed, issuer, keys);
    const api = new HttpApi(deployed, invoke, () => keys.publicKeys);
    this.#distribution = new Distribution(
      deployed,
      originsOf(deployed, s3Endpoint, (request) => api.answer(request)),
    );
  }

  /** Opens the door on both loopback addresses. Throws if the port is taken. */
  static async open(options: FrontOptions): Promise<Front> {
    const issuer = `http://localhost:${options.port}${signInPath}`;
    const front = new Front(options, await SignInKeys.open(options.dataDir, issuer), issuer);
    for (const host of ['127.0.0.1', '::1']) await front.#listen(host);
    return front;
  }

  async close(): Promise<void> {
    await Promise.all(
      this.#servers.map((server) => {
        const closed = new Promise((resolve) => server.close(resolve));
        server.closeIdleConnections();
        setTimeout(() => server.closeAllConnections(), 1000).unref();
        return closed;
      }),
    );
  }

  token(person: z.output<typeof Person>): Promise<string> {
    return this.#keys.token(person, deskClient(this.#options.deployed));
  }

  async #listen(host: string): Promise<void> {
    const server = createServer((request, response) => void this.#handle(request, response));
    server.listen(this.#options.port, host);
    try {
      await once(server, 'listening');
      this.#servers.push(server);
    } catch (error) {
      // A machine without IPv6 has one loopback address.
      if (!(error instanceof Error && 'code' in error && noIPv6.has(String(error.code)))) throw error;
    }
  }

  async #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      if (request.url?.startsWith(`${signInPath}/`)) return await this.#signIn.handle(request, response);
      const answer = await this.#answer(request);
      response
        .writeHead(answer.status, answer.headers)
        .end(request.method === 'HEAD' ? undefined : answer.body);
    } catch (error) {
      console.error(`front: ${error instanceof Error ? error.stack : error}`);
      if (!response.headersSent) response.writeHead(502);
      response.end();
    }
  }

  async #answer(request: IncomingMessage): Promise<Answered> {
    const received = await asked(request);
    if (!received.uri.startsWith('/_local/')) return this.#distribution.answer(received);
    if (!ownHost.test(received.headers.host ?? ''))
      return answerText(403, 'text/plain', 'This is for this machine alone\n');
    if (received.uri === '/_local/')
      return answerText(200, 'text/html; charset=utf-8', statusPage(this.#options.status()));
    if (received.uri === '/_local/token' && received.method === 'POST') return this.#tokenFor(received.body);
    const letters = /^\/_local\/outbox\/([^/]*)$/.exec(received.uri);
    return (
      (letters && outbox(this.#options.dataDir, letters[1] ?? '')) ||
      answerText(404, 'text/plain', 'There is nothing at this address\n')
    );
  }

  async #tokenFor(body: Buffer): Promise<Answered> {
    const person = Person.safeParse(parsed(body.toString('utf8')));
    return person.success
      ? answerText(200, 'text/plain', await this.token(person.data))
      : answerText(422, 'text/plain', 'Send {"name", "group"}\n');
  }
}

/** The origins of the distribution by their domain names: the buckets and the HTTP API of the templates. */
function originsOf(
  deployed: Deployed,
  s3Endpoint: string,
  api: Origin,
): (domainName: string) => Origin | undefined {
  const origins = new Map<string, Origin>();
  for (const { physicalId } of ofType(deployed, 'AWS::S3::Bucket'))
    origins.set(`${physicalId}.s3.${here.region}.amazonaws.com`, bucketOrigin(s3Endpoint, physicalId));
  for (const { physicalId } of ofType(deployed, 'AWS::ApiGatewayV2::Api'))
    origins.set(`${physicalId}.execute-api.${here.region}.amazonaws.com`, api);
  return (domainName) => origins.get(domainName);
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
