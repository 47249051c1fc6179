import { caching } from '../../shared/caching.ts';
import { besideObject, pageObject } from '../../shared/keys.ts';
import { renderStatement } from '../../shared/rendering.ts';
import { type SiteObject, textObjects } from '../../shared/site.ts';
import type { PublicListing, PublicStatement } from '../../shared/statement/public.ts';
import { site } from '../../shared/this-site.ts';
import { jsonFile } from './json-file.ts';
import { textFile } from './text-file.ts';

const object = textObjects(caching.page);

/** Every object of a live statement's newest edition: its page and the files beside it. */
export function statementObjects(
  statement: PublicStatement,
  origin: string,
  latest: PublicListing[],
  now: Date,
): SiteObject[] {
  const { page, read } = renderStatement(statement, latest, now);
  const { path } = statement;
  return [
    object(pageObject(path), 'text/html', page),
    object(besideObject(path, 'index.json'), 'application/json', jsonFile(origin, statement, read)),
    object(besideObject(path, 'index.txt'), 'text/plain', textFile(site, origin, statement, read)),
  ];
}
