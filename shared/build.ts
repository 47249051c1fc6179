import { env } from './env.ts';
import { sha256 } from './statement/audit.ts';
import { site } from './this-site.ts';

const { STYLE_PATH } = env('STYLE_PATH');

/** What lists are made with, in a digest: the style sheet and the site file. Those of another build are made again. */
export const build: string = sha256(`${STYLE_PATH}\n${JSON.stringify(site)}`);
