import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Plugin } from 'esbuild';

const schemas = /@aws-sdk[\\/][^\\/]+[\\/]dist-es[\\/]schemas[\\/]schemas_0\.js$/;
const jsonSchemas = /zod[\\/]v4[\\/]core[\\/](json-schema-processors|to-json-schema)\.js$/;
const manifest = /@aws-sdk[\\/][^\\/]+[\\/]package\.json$/;

/**
 * Takes out of a bundle what comes along with the AWS SDK, and with zod, and is never used: the schemas of operations
 * that nobody calls, event streams, endpoint discovery, ways to find credentials, manifests, JSON Schemas. What is
 * missing and needed after all stops the build: an alias lacks the export.
 */
export const leanAwsSdk: Plugin = {
  name: 'lean-aws-sdk',
  setup({ onLoad, onResolve }) {
    onResolve({ filter: /^@smithy\/core\/event-streams$/ }, () => standIn('no-event-streams.ts'));
    onResolve({ filter: /^@aws-sdk\/middleware-endpoint-discovery$/ }, () =>
      standIn('no-endpoint-discovery.ts'),
    );
    onResolve({ filter: /^@aws-sdk\/credential-provider-node$/ }, () => standIn('lambda-credentials.ts'));
    onLoad({ filter: schemas }, async ({ path }) => ({ contents: plainKeys(await readFile(path, 'utf8')) }));
    // Every schema of zod can tell itself as JSON Schema: functions never ask, the API's document is made on synth.
    onLoad({ filter: jsonSchemas }, async ({ path }) => ({
      contents: emptied(await readFile(path, 'utf8')),
    }));
    // Of its manifest a client reads the version, for its user agent.
    onLoad({ filter: manifest }, async ({ path }) => {
      const { version } = JSON.parse(await readFile(path, 'utf8'));
      return { contents: JSON.stringify({ version }), loader: 'json' };
    });
  },
};

/** A module with the same names, of functions that do nothing. */
const emptied = (source: string): string =>
  [...source.matchAll(/^export (?:(?:const|function) (\w+)|\{ \w+ as (\w+) \})/gm)]
    .map(([, name, alias]) =>
      name ? `export const ${name} = () => {};` : `export const ${alias} = () => {};`,
    )
    .join('\n');

const standIn = (name: string) => ({ path: resolve(import.meta.dirname, name) });

/**
 * Schemas name their keys by constants (`{ [_hH]: 'x-amz-acl' }`), and esbuild keeps every object with a computed key,
 * used or not: of S3 that is 60 KB.
 */
function plainKeys(source: string): string {
  const constants = new Map(
    [...source.matchAll(/^const (\w+) = ("[^"]*");$/gm)].map(([, name, text]) => [name, text]),
  );
  return source.replaceAll(/\[(\w+)\]:/g, (key, name) => `${constants.get(name) ?? key.slice(0, -1)}:`);
}
