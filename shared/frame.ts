import { env } from './env.ts';
import type { Frame } from './html/frame.ts';
import { all, listPath } from './statement/archive.ts';
import { site } from './this-site.ts';

const { ORIGIN, STYLE_PATH, SCRIPT_PATH } = env('ORIGIN', 'STYLE_PATH', 'SCRIPT_PATH');

/** What every page of this site in one language has in common, rendered at an instant. */
export function frameOf(language: string, now: Date): Frame {
  return {
    site,
    language,
    origin: ORIGIN,
    style: STYLE_PATH,
    script: SCRIPT_PATH,
    allMessagesPath: listPath(language, all),
    now,
  };
}
