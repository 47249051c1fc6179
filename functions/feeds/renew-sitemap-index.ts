import { caching } from '../../shared/caching.ts';
import { fileObject } from '../../shared/keys.ts';
import { textObjects, writeObjects } from '../../shared/site.ts';
import { pageOf, shardPath, sitemapIndexPath, sitemapPath } from '../../shared/statement/archive.ts';
import { readYears } from '../../shared/table/years.ts';
import type { Table } from '../../shared/table.ts';
import { site } from '../../shared/this-site.ts';
import { sitemapIndex } from './sitemap.ts';

const object = textObjects(caching.list);

/**
 * Writes the sitemap of all languages' sitemaps. It has a writer for each language: so whoever has written it looks
 * again, and writes it over if another one has begun meanwhile; the last to write has seen what all of them began.
 */
export async function renewSitemapIndex(table: Table, bucket: string, origin: string): Promise<void> {
  for (let written = ''; ; ) {
    const index = sitemapIndex((await sitemapPaths(table)).map((path) => origin + path));
    if (index === written) return;
    await writeObjects(bucket, [object(fileObject(sitemapIndexPath), 'application/xml', index)]);
    written = index;
  }
}

async function sitemapPaths(table: Table): Promise<string[]> {
  const paths = site.languages.map(async ({ code }) => {
    const years = await readYears(table, code);
    const shards = years.flatMap(({ year, months }) =>
      Object.entries(months).flatMap(([month, { places }]) =>
        Array.from({ length: pageOf(places) }, (_, index) => shardPath(code, `${year}/${month}`, index + 1)),
      ),
    );
    return [sitemapPath(code), ...shards];
  });
  return (await Promise.all(paths)).flat();
}
