/** Starts the front of the local stack alone: its bucket is fauxqs, its functions are the test's own. */
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { startFauxqs } from 'fauxqs';
import { Front } from '../../../../infra/local/front/front.ts';
import type { LocalStatus } from '../../../../infra/local/front/status.ts';
import { Permissions } from '../../../../infra/local/permissions/permissions.ts';
import { freePort } from '../../../free-port.ts';
import { notFoundFunction } from './api.ts';
import { bucket } from './edge.ts';
import { type Changes, newsroom } from './newsroom.ts';

/** What `/_local/` shows in tests. */
export const status: LocalStatus = {
  functions: [{ name: 'render', invocations: 7, errors: 1, lastError: 'Error: <b>late</b>' }],
  queues: [
    {
      name: 'render-dead',
      waiting: 3,
      inFlight: 0,
      oldestSeconds: 60,
      isDeadLetters: true,
      canBeSentBack: true,
    },
  ],
  alarms: [],
  latency: { toPage: undefined, toLists: undefined },
  refused: [],
  faults: {},
  invalidations: [],
  letters: 0,
  residentMegabytes: 300,
  now: Date.UTC(2031, 0, 1, 12),
};

type Call = { functionArn: string; event: unknown };
type Answer = (call: Call) => unknown;
type Options = {
  changes?: Changes;
  /** What functions answer; by default the one behind `$default` has the 404 page, and the other says what it heard. */
  answer?: Answer;
  /** That of an earlier front. */
  dataDir?: string;
  port?: number;
};

export type LocalFront = {
  site: string;
  port: number;
  dataDir: string;
  /** What functions were called with, oldest first. */
  calls: Call[];
  /** Puts an object into the site's bucket, or another. */
  put(key: string, body: string, headers?: Record<string, string>, into?: string): Promise<void>;
  /** GETs a path, following no redirect. */
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  /**
   * Asks for a path exactly as it is written, which fetch would tidy, on a connection of its own; answers status and
   * text.
   */
  raw(path: string, headers?: Record<string, string>): Promise<{ status: number; text: string }>;
  /** A bearer token of the front's own sign-in, as an Authorization header. */
  bearer(name: string, group: string): Promise<{ Authorization: string }>;
  close(options?: { keep: boolean }): Promise<void>;
};

export async function localFront({
  changes,
  answer = standard,
  ...options
}: Options = {}): Promise<LocalFront> {
  const dataDir = options.dataDir ?? (await mkdtemp(join(tmpdir(), 'communique-front-')));
  const port = options.port ?? (await freePort());
  const site = `http://localhost:${port}`;
  const s3 = await startFauxqs({ port: 0, host: '127.0.0.1', logger: false });
  const s3Endpoint = `http://127.0.0.1:${s3.port}`;
  s3.createBucket(bucket);
  s3.createBucket('another');
  const calls: Call[] = [];
  const deployed = newsroom(site, changes);
  const permissions = new Permissions(deployed);
  const front = await Front.open({
    deployed,
    port,
    dataDir,
    s3Endpoint,
    permissions,
    onAnswered: () => undefined,
    invoke: async (functionArn, event) => {
      calls.push({ functionArn, event });
      return answer({ functionArn, event });
    },
    local: {
      dataDir,
      status: () => status,
      redrive: async () => 0,
      plan: () => undefined,
      advance: () => undefined,
      granted: () => permissions.granted,
      upload: async () => ({ status: 405, headers: {}, body: Buffer.alloc(0) }),
      readTable: async () => ({ status: 200, body: '{}' }),
      tell: () => '{}',
      withhold: (ids) => permissions.withhold(ids),
    },
  }).catch(async (error) => {
    await s3.stop();
    if (!options.dataDir) await rm(dataDir, { recursive: true });
    throw error;
  });
  return {
    site,
    port,
    dataDir,
    calls,
    put: async (key, body, headers = {}, into = bucket) => {
      const { ok } = await fetch(`${s3Endpoint}/${into}/${key}`, { method: 'PUT', body, headers });
      if (!ok) throw new Error(`${key} was not put`);
    },
    get: (path, headers = {}) => fetch(site + path, { headers, redirect: 'manual' }),
    raw: async (path, headers = {}) => {
      const asked = request({ host: '127.0.0.1', port, path, headers, agent: false }).end();
      const [response] = await once(asked, 'response');
      return { status: response.statusCode, text: String(await buffer(response)) };
    },
    bearer: async (name, group) => {
      const response = await fetch(`${site}/_local/token`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ name, group }),
      });
      return { Authorization: `Bearer ${(await response.text()).trim()}` };
    },
    close: async ({ keep } = { keep: false }) => {
      await front.close();
      await s3.stop();
      if (!keep) await rm(dataDir, { recursive: true, force: true });
    },
  };
}

const standard: Answer = ({ functionArn, event }) =>
  functionArn === notFoundFunction
    ? { statusCode: 404, headers: { 'content-type': 'text/html' }, body: '<h1>Not found</h1>' }
    : { statusCode: 200, headers: { 'content-type': 'application/json' }, body: JSON.stringify(event) };
