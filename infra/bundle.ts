import { readdirSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { build } from 'esbuild';
import { leanAwsSdk } from './lean-aws-sdk.ts';

const root = resolve(import.meta.dirname, '..');

/** Where a synthesis builds: BUILD_DIR, by default `build`. Two at a time in one checkout need one each. */
export const buildFolder = (...parts: string[]): string =>
  resolve(root, process.env.BUILD_DIR ?? 'build', ...parts);

/** Where bundles lie: `functions/NAME/handler.mjs`, each with its source map. */
export const bundleFolder = (name: string): string => buildFolder('functions', name);

/** Some dependencies are CommonJS and ask for `require`, which an ES module doesn't have by itself. */
const requireBanner =
  "import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);";

/**
 * Bundles every function in one esbuild call (eight take 0.8 s so, and 0.4 s each one by one). The site file
 * is bundled in. `mainFields` prefers ES modules, which takes a third off the AWS clients.
 */
export async function bundleFunctions(siteFile: string): Promise<void> {
  const names = readdirSync(resolve(root, 'functions'));
  rmSync(buildFolder('functions'), { recursive: true, force: true });
  await build({
    absWorkingDir: root,
    entryPoints: names.map((name) => ({ in: `functions/${name}/handler.ts`, out: `${name}/handler` })),
    outdir: buildFolder('functions'),
    outExtension: { '.js': '.mjs' },
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    mainFields: ['module', 'main'],
    alias: { '#site-file': resolve(siteFile) },
    loader: { '.json': 'json' },
    plugins: [leanAwsSdk],
    // Labels of six languages are half as long unescaped.
    charset: 'utf8',
    sourcemap: 'external',
    sourcesContent: false,
    banner: { js: requireBanner },
    legalComments: 'none',
    logLevel: 'error',
  });
}
