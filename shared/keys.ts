/**
 * Every key of the table, of the site's bucket and of the bucket of uploads. Records that belong to a change carry the
 * version that it wants to make and the change's own id, so that two writers at the same version never touch each
 * other's records: the head decides which of them exist.
 */
const padded = (n: number) => String(n).padStart(8, '0');

export const statementKey = (id: string) => `STATEMENT#${id}`;
export const headSort = 'HEAD';
export const textSort = (version: number, change: string) => `TEXT#${padded(version)}#${change}`;
export const entrySort = (version: number, change: string) => `ENTRY#${padded(version)}#${change}`;
export const entryPrefix = 'ENTRY#';
export const publicSort = (version: number, change: string) => `PUBLIC#${padded(version)}#${change}`;
export const publicPrefix = 'PUBLIC#';

/** A statement's previews lie by themselves, so that who may only open them can't write anything else. */
export const previewsKey = (statement: string) => `${previewsPrefix}${statement}`;
export const previewsPrefix = 'PREVIEWS#';
export const previewSort = (preview: string) => `${previewPrefix}${preview}`;
export const previewPrefix = 'PREVIEW#';
export const previewEntrySort = (preview: string, version: number, change: string) =>
  `${entryPrefix}${preview}#${padded(version)}#${change}`;
/** What the trail is of that a head, a preview or an entry belongs to, in words: `statement …` or `preview …`. */
export const trailOf = (pk: string, sk: string): string =>
  pk.startsWith(previewsPrefix) ? `preview ${sk.split('#')[1]}` : `statement ${pk.split('#')[1]}`;
/** Where the digest of a link's token leads. */
export const linkKey = (digest: string) => `LINK#${digest}`;
export const linkSort = 'LINK';

export const pathKey = (path: string) => `PATH#${path}`;
export const pathSort = 'PATH';
/** The reference of a group of translations, by the id of the original; and the numbers given in a year. */
export const referenceKey = (original: string) => `REFERENCE#${original}`;
export const referenceSort = 'REFERENCE';
/** Which statement translates an original into each language. */
export const translationsKey = (original: string) => `TRANSLATIONS#${original}`;
export const translationSort = (language: string) => `LANGUAGE#${language}`;
export const numbersKey = (year: string) => `NUMBERS#${year}`;
export const numbersSort = 'NUMBERS';
export const attachmentKey = (id: string) => `ATTACHMENT#${id}`;
export const attachmentSort = 'ATTACHMENT';
export const idempotencyKey = (digest: string) => `IDEMPOTENCY#${digest}`;
export const idempotencySort = 'REQUEST';
export const listsKey = (language: string) => `LISTS#${language}`;
export const listsSort = 'LISTS';
/** A list of the archive: its places by their numbers, what its pages were made of; and a statement's own places. */
export const listKey = (language: string, list: string) => `LIST#${language}#${list}`;
export const placePrefix = 'PLACE#';
export const placeSort = (place: number) => `${placePrefix}${padded(place)}`;
export const placeOf = (sort: string) => Number(sort.slice(placePrefix.length));
export const listStateSort = 'STATE';
export const placesSort = 'PLACES';
/** The years of a language, each by its number. */
export const yearsKey = (language: string) => `YEARS#${language}`;

/** The search index, a table of its own: where a term's postings are, and what is posted of a statement. */
export const termKey = (term: string) => `TERM#${term}`;
export const postedSort = 'POSTED';

/** The partition of each sparse or shared index. */
export const allStatements = 'STATEMENTS';
export const liveIn = (language: string) => `LIVE#${language}`;
export const allPending = 'PENDING';
export const allDue = 'DUE';
export const allUnindexed = 'UNINDEXED';

/** The bucket's key of a page: `/en/2026/05/04/slug/` is kept as `en/2026/05/04/slug/index.html`. */
export const pageObject = (path: string) => besideObject(path, 'index.html');
/** The key of a file beside a page: `index.json`, `index.txt`. A key is what the address says once it is decoded. */
export const besideObject = (path: string, name: string) => fileObject(path + name);
/** The key of a file by its own address. */
export const fileObject = (path: string) => decodeURI(path).slice(1);
/** What the keys of everything at an address, and below it, begin with. */
export const objectsBelow = (path: string) => path.slice(1);
/** What the keys of everything in a language begin with. */
export const objectsIn = (language: string) => `${language}/`;
export const frontPageObject = (language: string) => `${language}/index.html`;
export const latestObject = (language: string) => `${language}/latest.html`;

/** The keys of the bucket of uploads: as they arrive, and once a statement with them was public. */
export const uploadsPrefix = 'uploads/';
export const uploadObject = (id: string) => `${uploadsPrefix}${id}`;
export const keptPrefix = 'kept/';
export const keptObject = (id: string) => `${keptPrefix}${id}`;
export const idOfUpload = (key: string) => key.slice(uploadsPrefix.length);
