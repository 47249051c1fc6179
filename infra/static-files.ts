import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { build as bundle } from 'esbuild';
import { themeCss } from '../shared/html/theme.ts';
import type { SiteFile } from '../shared/site-file.ts';
import { newsPath, sitemapIndexPath } from '../shared/statement/archive.ts';
import { buildFolder } from './bundle.ts';
import { openApiFile } from './openapi.ts';
import { problemsPage } from './problems-page.ts';

const root = resolve(import.meta.dirname, '..');

/** The folders of hashed assets and of other files, and the addresses of the reader's style and script. */
export type StaticFiles = { assets: string; files: string; style: string; script: string };

/**
 * Builds what no publication writes. An asset's name carries the hash of what it says, so it may be kept for ever;
 * the site's accent colour is part of its style sheet.
 */
export async function buildStaticFiles(site: SiteFile, origin: string): Promise<StaticFiles> {
  const build = buildFolder('static');
  rmSync(build, { recursive: true, force: true });
  const [assets, files] = [resolve(build, 'assets'), resolve(build, 'files')];
  mkdirSync(resolve(files, 'desk'), { recursive: true });
  mkdirSync(resolve(files, 'docs/problems'), { recursive: true });
  mkdirSync(resolve(files, 'api/v1'), { recursive: true });

  // As an import, since CSS passes over an @import behind anything else.
  const theme = `@import "data:text/css,${encodeURIComponent(themeCss(site))}";`;
  const [style = '', script = '', deskStyle = '', deskScript = ''] = await Promise.all([
    hashed(`${theme} @import './shared/html/assets/site.css';`, 'site', 'css'),
    hashed(`import './shared/html/assets/site.ts';`, 'site', 'ts'),
    hashed(`${theme} @import './desk/desk.css';`, 'desk', 'css'),
    hashed(`import './desk/desk.ts';`, 'desk', 'ts'),
  ]);

  const desk = readFileSync(resolve(root, 'desk/index.html'), 'utf8');
  writeFileSync(
    resolve(files, 'desk/index.html'),
    desk.replace('/desk/desk.css', deskStyle).replace('/desk/desk.ts', deskScript),
  );
  writeFileSync(resolve(files, 'docs/problems/index.html'), problemsPage(style));
  writeFileSync(resolve(files, 'api/v1/openapi.json'), openApiFile());
  writeFileSync(resolve(files, 'robots.txt'), robots(site, origin));
  cpSync(resolve(root, 'shared/html/assets/favicon.svg'), resolve(files, 'favicon.svg'));
  return { assets, files, style, script };
}

/** What robots are told (RFC 9309): where nothing is for them, and where the sitemaps are. */
function robots({ languages }: SiteFile, origin: string): string {
  const sitemaps = [sitemapIndexPath, ...languages.map(({ code }) => newsPath(code))];
  const lines = ['User-agent: *', 'Disallow: /desk/', 'Disallow: /api/', ''];
  return [...lines, ...sitemaps.map((path) => `Sitemap: ${origin}${path}`), ''].join('\n');
}

/** Bundles an entry to a file whose name ends in its hash; answers its address. */
async function hashed(contents: string, name: string, loader: 'css' | 'ts'): Promise<string> {
  const { metafile } = await bundle({
    absWorkingDir: root,
    stdin: { contents, loader, resolveDir: root, sourcefile: `${name}.${loader}` },
    outdir: buildFolder('static', 'assets'),
    entryNames: `${name}-[hash]`,
    bundle: true,
    minify: true,
    format: 'esm',
    target: ['es2022', 'chrome111', 'firefox113', 'safari16.4'],
    metafile: true,
    logLevel: 'warning',
  });
  const [file = ''] = Object.keys(metafile.outputs);
  return `/assets/${basename(file)}`;
}
