/**
 * Every key of the table and of the site's bucket. Records that belong to a change carry the version that it
 * wants to make and the change's own id, so that two writers at the same version never touch each other's
 * records: the head decides which of them exist.
 */
const padded = (n: number) => String(n).padStart(8, '0');

export const statementKey = (id: string) => `STATEMENT#${id}`;
export const headSort = 'HEAD';
export const textSort = (version: number, change: string) => `TEXT#${padded(version)}#${change}`;
export const entrySort = (version: number, change: string) => `ENTRY#${padded(version)}#${change}`;
export const entryPrefix = 'ENTRY#';
export const editionSort = (edition: number, change: string) => `EDITION#${padded(edition)}#${change}`;

export const pathKey = (path: string) => `PATH#${path}`;
export const pathSort = 'PATH';
export const idempotencyKey = (digest: string) => `IDEMPOTENCY#${digest}`;
export const idempotencySort = 'REQUEST';
export const listsKey = (language: string) => `LISTS#${language}`;
export const listsSort = 'LISTS';

/** The partition of each sparse or shared index. */
export const allStatements = 'STATEMENTS';
export const liveIn = (language: string) => `LIVE#${language}`;
export const allPending = 'PENDING';

/** The bucket's key of a page: `/en/2026/05/04/slug/` is kept as `en/2026/05/04/slug/index.html`. */
export const pageObject = (path: string) => `${path.slice(1)}index.html`;
/** The key of a file beside a page: `index.json`, `index.txt`. */
export const besideObject = (path: string, name: string) => `${path.slice(1)}${name}`;
export const frontPageObject = (language: string) => `${language}/index.html`;
export const latestObject = (language: string) => `${language}/latest.html`;
export const atomObject = (language: string) => `${language}/feed.atom`;
