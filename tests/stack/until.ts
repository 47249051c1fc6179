import { setTimeout as pause } from 'node:timers/promises';

/** Asks until the answer is there; throws after the deadline, in milliseconds. */
export async function until<T>(
  what: string,
  ask: () => Promise<T | undefined | false>,
  deadline = 20_000,
): Promise<T> {
  for (const end = performance.now() + deadline; performance.now() < end; await pause(20)) {
    const answer = await ask();
    if (answer) return answer;
  }
  throw new Error(`Waited ${deadline} ms for ${what}`);
}

/** The text at an address once it is there, and says what it should. */
export const untilReadable = (url: string, includes = '', deadline?: number): Promise<string> =>
  until(
    `${url} to say ${includes || 'something'}`,
    async () => {
      const response = await fetch(url);
      const text = await response.text();
      return response.ok && text.includes(includes) && text;
    },
    deadline,
  );
