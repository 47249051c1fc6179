import { execFileSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import site from '../../infra/site.json' with { type: 'json' };
import { checkout } from './checkout.ts';

const folder = checkout();
const Built = z.object({ assets: z.string(), files: z.string(), style: z.string(), script: z.string() });

/** Builds the static files of a newsroom whose accent is this colour. */
function build(accent: string) {
  const named = JSON.stringify({ ...site, theme: { accent } });
  const script = `
    const { buildStaticFiles } = await import('./infra/static-files.ts');
    const { parseSiteFile } = await import('./shared/site-file.ts');
    console.log(JSON.stringify(await buildStaticFiles(parseSiteFile(${named}), 'https://press.example')));`;
  return Built.parse(
    JSON.parse(
      execFileSync(process.execPath, ['--input-type=module', '--eval', script], {
        cwd: folder,
        encoding: 'utf8',
      }),
    ),
  );
}
// Each build takes the place of the one before, so what is looked into comes last.
const [red, first, blue] = [build('#8a1020'), build('#14506b'), build('#14506b')];
const text = (base: string, name: string) => readFileSync(join(base, name), 'utf8');
const asset = (address: string) => text(blue.assets, address.replace('/assets/', ''));
const desk = text(blue.files, 'desk/index.html');
const blueAssets = globSync('*', { cwd: blue.assets }).sort();
const everything = [...blueAssets.map((name) => text(blue.assets, name)), desk];

describe('the assets', () => {
  it('have names that hash what they say', () => {
    expect(blue.style).toMatch(/^\/assets\/site-[A-Z0-9]{8}\.css$/);
    expect(blue.script).toMatch(/^\/assets\/site-[A-Z0-9]{8}\.js$/);
    expect(first).toEqual(blue);
    expect(red.style).not.toBe(blue.style);
    expect(red.script).toBe(blue.script);
  });

  it('have the site’s own accent', () => {
    expect(asset(blue.style)).toContain('--accent:#14506b');
  });

  it('are whole: no file asks for another', () => {
    for (const content of everything.slice(0, -1)) expect(content).not.toMatch(/@import|\bimport\s*["'{]/);
  });

  it('ask nobody else’s machine for anything', () => {
    for (const content of everything) expect(content).not.toMatch(/url\(\s*["']?(https?:)?\/\/|src="https?:/);
  });
});

describe('the desk', () => {
  it('names its style and its script by their hashes', () => {
    const addresses = [...desk.matchAll(/(?:href|src)="(\/[^"]+\.(?:css|js|ts))"/g)].map((match) => match[1]);
    expect(addresses.length).toBeGreaterThan(0);
    for (const address of addresses) {
      expect(address).toMatch(/^\/assets\/(desk|site)-[A-Z0-9]{8}\.(css|js)$/);
      expect(blueAssets).toContain(address?.replace('/assets/', ''));
    }
  });

  it('has nothing in line, which its policy would refuse', () => {
    expect(desk).not.toMatch(/<style|\sstyle=|\son[a-z]+=|<script(?![^>]*\ssrc=)/);
  });
});

describe('the other files', () => {
  it('are the API’s document, the desk, the problems, the icon and what robots are told', () => {
    expect(globSync('**/*.*', { cwd: blue.files }).sort()).toEqual([
      'api/v1/openapi.json',
      'desk/index.html',
      'docs/problems/index.html',
      'favicon.svg',
      'robots.txt',
    ]);
  });

  it('ask robots to leave the desk and the API alone, and lead them to the sitemaps', () => {
    expect(text(blue.files, 'robots.txt')).toBe(
      'User-agent: *\nDisallow: /desk/\nDisallow: /api/\n\n' +
        'Sitemap: https://press.example/sitemap.xml\n' +
        'Sitemap: https://press.example/en/sitemap-news.xml\n' +
        'Sitemap: https://press.example/fr/sitemap-news.xml\n',
    );
  });
});
