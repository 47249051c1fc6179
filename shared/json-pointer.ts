/** A path into a JSON document as a JSON pointer (RFC 6901); the whole document is the empty text. */
export const toPointer = (path: PropertyKey[]): string =>
  path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
