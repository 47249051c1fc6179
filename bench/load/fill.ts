import { setTimeout as pause } from 'node:timers/promises';
import * as z from 'zod';
import type { SiteFile } from '../../shared/site-file.ts';
import { type Invented, inventedStatement } from './invented.ts';

export type Filling = {
  site: SiteFile;
  /** The stack's address, without a slash at its end. */
  stack: string;
  statements: number;
  seed: number;
  /** So many requests are under way at once. */
  clients: number;
  progress: (done: number) => void;
};

/** A request that is refused for a moment (too many at once, a stack that restarts) is tried so often. */
const tries = 8;
const Created = z.object({ id: z.string() });

/**
 * Fills a running stack with invented statements, each published once however often this is run: its key is made of the
 * seed and its number. Where the site wants a review, an author writes it and an editor approves it. Throws what the
 * stack refuses for good.
 */
export async function fill({ site, stack, statements, seed, clients, progress }: Filling): Promise<void> {
  const now = new Date();
  const tokens = { author: await tokenOf(stack, 'author'), editor: await tokenOf(stack, 'editor') };
  const send = (as: keyof typeof tokens, path: string, key: string, body: object, version?: number) =>
    sent(`${stack}/api/v1${path}`, {
      method: 'POST',
      headers: {
        Authorization: `Bearer ${tokens[as]}`,
        'Content-Type': 'application/json',
        'Idempotency-Key': key,
        ...(version !== undefined && { 'If-Match': `"${version}"` }),
      },
      body: JSON.stringify(body),
    });

  let [next, done] = [0, 0];
  const publish = async (statement: Invented, key: string) => {
    if (site.review === 'optional')
      return void (await send('editor', '/statements', key, { ...statement, publish: true }));
    const { id } = Created.parse(await send('author', '/statements', key, statement));
    await send('author', `/statements/${id}/submit`, `${key}-submit`, {}, 1);
    await send('editor', `/statements/${id}/approve`, `${key}-approve`, {}, 2);
    await send('editor', `/statements/${id}/publish`, `${key}-publish`, {}, 3);
  };
  const work = async () => {
    for (let n = next++; n < statements; n = next++) {
      await publish(inventedStatement(site, seed, n, now), `load-${seed}-${n}`);
      progress(++done);
    }
  };
  await Promise.all(Array.from({ length: clients }, work));
}

async function sent(url: string, request: RequestInit): Promise<unknown> {
  for (let n = 1; ; n++) {
    const answer = await fetch(url, request).catch(() => undefined);
    if (answer?.ok) return answer.json();
    const isForGood = answer !== undefined && answer.status < 500 && ![409, 429].includes(answer.status);
    if (isForGood || n === tries) throw new Error(`${url} answered ${await answer?.text()}`);
    await pause(100 * 2 ** n);
  }
}

/** The local stack gives tokens to anybody. */
async function tokenOf(stack: string, group: string): Promise<string> {
  const request = { method: 'POST', body: JSON.stringify({ name: group, group }) };
  const answer = await fetch(`${stack}/_local/token`, request).catch((cause: unknown) => {
    throw new Error(`No stack answers at ${stack}. Start it with npm start.`, { cause });
  });
  return answer.text();
}
