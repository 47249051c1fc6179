import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { AccessDenied, type Permissions } from '../permissions/permissions.ts';
import { here, signInPath } from '../place.ts';
import { ofType } from '../template/template.ts';
import { bucketOrigin } from './bucket-origin.ts';
import { Distribution, type Origin } from './distribution.ts';
import { type Answered, answerText, asked } from './exchange.ts';
import { HttpApi, type HttpApiOptions } from './http-api.ts';
import { type LocalCalls, localAnswer } from './local-calls.ts';
import { deskClient, SignIn } from './sign-in.ts';
import { type Person, SignInKeys } from './sign-in-keys.ts';

export type FrontOptions = Omit<HttpApiOptions, 'keys'> & {
  port: number;
  dataDir: string;
  s3Endpoint: string;
  /** What `/_local/` offers besides sign-in and tokens. */
  local: Omit<LocalCalls, 'token'>;
};

const noIPv6 = new Set(['EADDRNOTAVAIL', 'EAFNOSUPPORT']);
/** Names of this machine; a page that another name led here to must not get a token (DNS rebinding). */
const ownHost = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/;

/** Whether a request is this machine's own: also a form or script of another site may send what needs no answer. */
function isOwn({ host = '', origin }: Record<string, string>): boolean {
  return ownHost.test(host) && (origin === undefined || origin === `http://${host}`);
}

/** The one door of the local stack: `/_local/` for this machine's own pages, CloudFront for everything else. */
export class Front {
  readonly #options: FrontOptions;
  readonly #keys: SignInKeys;
  readonly #signIn: SignIn;
  readonly #distribution: Distribution;
  readonly #servers: Server[] = [];

  private constructor(options: FrontOptions, keys: SignInKeys, issuer: string) {
    const { deployed } = options;
    this.#options = options;
    this.#keys = keys;
    this.#signIn = new SignIn(deployed, issuer, keys);
    const api = new HttpApi({ ...options, keys: () => keys.publicKeys });
    this.#distribution = new Distribution(
      deployed,
      originsOf(options, (request) => api.answer(request)),
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

  token(person: Person): Promise<string> {
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
    if (!isOwn(received.headers)) return answerText(403, 'text/plain', 'This is for this machine alone\n');
    return localAnswer(received, { ...this.#options.local, token: (person) => this.token(person) });
  }
}

/** The origins of the distribution by their domain names: the buckets and the HTTP API of the templates. */
function originsOf(
  { deployed, s3Endpoint, permissions }: FrontOptions,
  api: Origin,
): (domainName: string) => Origin | undefined {
  const origins = new Map<string, Origin>();
  const [distribution] = ofType(deployed, 'AWS::CloudFront::Distribution');
  for (const { physicalId, arn } of ofType(deployed, 'AWS::S3::Bucket'))
    origins.set(
      `${physicalId}.s3.${here.region}.amazonaws.com`,
      bucketOrigin(s3Endpoint, physicalId, (key) =>
        cloudFrontMayGet(permissions, `${arn}/${key}`, distribution?.arn ?? ''),
      ),
    );
  for (const { physicalId } of ofType(deployed, 'AWS::ApiGatewayV2::Api'))
    origins.set(`${physicalId}.execute-api.${here.region}.amazonaws.com`, api);
  return (domainName) => origins.get(domainName);
}

function cloudFrontMayGet(permissions: Permissions, object: string, distributionArn: string): boolean {
  try {
    const principal = { service: 'cloudfront.amazonaws.com' };
    permissions.check(principal, 's3:GetObject', object, { 'aws:sourcearn': distributionArn });
    return true;
  } catch (error) {
    if (error instanceof AccessDenied) return false;
    throw error;
  }
}
