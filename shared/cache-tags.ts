import { createHash } from 'node:crypto';

/**
 * What the site's objects are tagged with, so that one invalidation takes all of a statement, or all lists of a language,
 * off the edges: at most 256 visible ASCII characters, no comma
 * (https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/invalidation-by-tags.html). S3 shows an object's
 * metadata `cache-tag` as this header.
 */
export const cacheTagHeader = 'x-amz-meta-cache-tag';
export const cacheTagName = 'cache-tag';

/** The tag of all that lies at a statement's address and below it. */
export const statementTag = (path: string): string => tagOf(decodeURI(path));

/** The tag of a language's lists: front page, latest block, archive, feeds. */
export const listsTag = (language: string): string => `lists-${language}`;

/** The tag of an object of the site, by its key; undefined for what no publication changes for good. */
export function objectTag(key: string): string | undefined {
  const [statement] = /^[^/]+\/\d{4}\/\d\d\/\d\d\/[^/]+\//.exec(key) ?? [];
  if (statement) return tagOf(`/${statement}`);
  const [, language] = /^([^/]+)\//.exec(key) ?? [];
  return language && listsTag(language);
}

const tagOf = (path: string): string =>
  `statement-${createHash('sha256').update(path).digest('hex').slice(0, 24)}`;
