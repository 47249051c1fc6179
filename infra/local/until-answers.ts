import { setTimeout as pause } from 'node:timers/promises';

/** Waits until an address answers 200, redirects followed. Throws after 30 seconds. */
export async function untilAnswers(url: string): Promise<void> {
  for (const end = Date.now() + 30_000; Date.now() < end; await pause(25)) {
    const response = await fetch(url).catch(() => undefined);
    await response?.body?.cancel();
    if (response?.ok) return;
  }
  throw new Error(`${url} did not answer within 30 seconds; see the logs in DATA_DIR`);
}
