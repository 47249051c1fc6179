import * as z from 'zod/mini';

const Names = z.record(z.string(), z.string());

/** What the deployment tells the desk, in `/desk/config.json`: where to sign in, and what the site file says. */
const Config = z.object({
  clientId: z.string(),
  authorizationEndpoint: z.string(),
  tokenEndpoint: z.string(),
  logoutEndpoint: z.string(),
  site: z.object({
    name: Names,
    languages: z.array(z.object({ code: z.string(), name: z.string() })),
    types: z.array(z.object({ id: z.string(), names: z.optional(Names) })),
    topics: z.array(z.object({ id: z.string(), names: Names })),
    timeZone: z.string(),
  }),
});
export type Config = z.output<typeof Config>;

/** Reads the desk's configuration. Throws if there is none or it isn't whole. */
export async function readConfig(): Promise<Config> {
  const response = await fetch('/desk/config.json');
  return Config.parse(await response.json());
}
