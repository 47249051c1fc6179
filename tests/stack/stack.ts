/** Starts the stack of `npm start` as a process of its own, for tests that use it as its users do: over HTTP. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { freePort } from '../free-port.ts';

export type Stack = {
  site: string;
  port: number;
  dataDir: string;
  /** Everything that it printed on standard output. */
  output: string[];
  /** A bearer token for `name:group`, or a group. */
  token(nameAndGroup: string): Promise<string>;
  /** Calls the API below `/api/v1`, as somebody of the group, with a JSON body. */
  api(method: string, path: string, options?: ApiOptions): Promise<Response>;
  /** Ends it without a goodbye, as a power cut does. */
  kill(): Promise<void>;
  /** Ends it with SIGTERM; answers the exit code. */
  stop(): Promise<number | null>;
};

export type ApiOptions = { as?: string; body?: unknown; headers?: Record<string, string> };

/** Starts a stack on PORT or a free port; `dataDir` of an earlier one takes up where that ended. */
export async function startStack(env: Record<string, string> = {}, dataDir?: string): Promise<Stack> {
  const dir = dataDir ?? (await mkdtemp(join(tmpdir(), 'communique-')));
  const port = Number(env.PORT ?? (await freePort()));
  const child = spawn(process.execPath, ['infra/local/start.ts'], {
    env: { ...process.env, SAMPLE: '0', ...env, PORT: String(port), DATA_DIR: dir },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output = await untilReady(child);
  const site = `http://localhost:${port}`;
  const token = async (nameAndGroup: string) => tokenOf(site, nameAndGroup);
  return {
    site,
    port,
    dataDir: dir,
    output,
    token,
    api: async (method, path, { as = 'editor', body, headers } = {}) =>
      fetch(`${site}/api/v1${path}`, {
        method,
        headers: {
          Authorization: `Bearer ${await token(as)}`,
          ...(body !== undefined && { 'Content-Type': 'application/json' }),
          ...headers,
        },
        ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      }),
    kill: () => ended(child, 'SIGKILL').then(() => undefined),
    stop: () => ended(child, 'SIGTERM'),
  };
}

/** Removes what a stack kept. */
export const forget = (stack: Stack) => rm(stack.dataDir, { recursive: true, force: true });

async function untilReady(child: ChildProcess): Promise<string[]> {
  const output: string[] = [];
  let errors = '';
  child.stderr?.on('data', (chunk) => {
    errors += chunk;
  });
  return new Promise((resolve, reject) => {
    child.once('exit', (code) =>
      reject(new Error(`The stack ended with ${code} before it was ready:\n${errors}`)),
    );
    if (!child.stdout) throw new Error('The stack has no standard output');
    createInterface(child.stdout).on('line', (line) => {
      output.push(line);
      if (line === 'ready') resolve(output);
    });
  });
}

async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode !== null) return child.exitCode;
  child.kill(signal);
  await once(child, 'exit');
  return child.exitCode;
}

/** A fresh one each time: a test that moves the clock outlives a token. */
async function tokenOf(site: string, nameAndGroup: string): Promise<string> {
  const [name = '', group = name] = nameAndGroup.split(':');
  const response = await fetch(`${site}/_local/token`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ name, group }),
  });
  return response.text();
}
