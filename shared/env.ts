/**
 * Every name that a function reads from its environment. `infra/` binds them (Lambda its
 * region), tests hold both lists together.
 */
type Name =
  | 'TABLE_NAME'
  | 'SEARCH_TABLE'
  | 'SITE_BUCKET'
  | 'UPLOADS_BUCKET'
  | 'UPLOADS_URL'
  | 'BUS_NAME'
  | 'DISTRIBUTION'
  | 'RELEASE_QUEUE'
  | 'ORIGIN'
  | 'STYLE_PATH'
  | 'SCRIPT_PATH'
  | 'AWS_REGION';

/**
 * Reads the named variables once, at cold start. Throws for a missing one, so that a badly wired function
 * fails at its first breath and not in the middle of a publication.
 */
export function env<const N extends Name>(...names: N[]): Record<N, string> {
  const missing = names.filter((name) => !process.env[name]);
  if (missing.length > 0) throw new Error(`The environment lacks ${missing.join(', ')}`);
  // The check above is what makes every value a string.
  return Object.fromEntries(names.map((name) => [name, process.env[name]])) as Record<N, string>;
}
