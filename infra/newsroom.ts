import type { SiteFile } from '../shared/site-file.ts';
import type { ServiceFunction } from './service-function.ts';
import type { StateStack } from './state-stack.ts';
import type { StaticFiles } from './static-files.ts';

/** One newsroom, as the parts of its service stack need it. */
export type Newsroom = { site: SiteFile; origin: string; state: StateStack; files: StaticFiles };

/** What every function that writes pages reads: where they are, and the addresses of their style and script. */
export function pageEnvironment(
  fn: ServiceFunction,
  origin: string,
  { style, script }: StaticFiles,
): ServiceFunction {
  return fn.bind('ORIGIN', origin).bind('STYLE_PATH', style).bind('SCRIPT_PATH', script);
}
