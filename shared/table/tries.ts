/**
 * No function of ours works on one publication for so long, in milliseconds: what was taken for a try before
 * that, and is on no head, was left by one that died.
 */
const longestTry = 60_000;

/** Whether a try that began at one instant is certainly over at another. */
export const isOver = (began: string, now: string): boolean =>
  Date.parse(now) - Date.parse(began) >= longestTry;
