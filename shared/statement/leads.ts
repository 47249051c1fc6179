import type { LivePart } from './statement.ts';

/** An address of a statement, or below it: `/en/2026/05/04/slug/` and `editions/1/`. */
export type Address = { path: string; below: string };

/** Where an address leads that has no page of its own: for good, or for as long as the words are withdrawn. */
export type Lead = { status: 301 | 302; location: string };

const statementAddress = /^(\/[\w-]+\/\d{4}\/\d\d\/\d\d\/[a-z0-9-]+\/)((?:[\w-]+\/)*(?:[\w-]+\.\w+)?)$/;

/** Reads the path of a request, a folder as its `index.html`; undefined for what is no address of a statement. */
export function addressOf(path: string): Address | undefined {
  const [, statement, below] = statementAddress.exec(path.replace(/\/index\.html$/, '/')) ?? [];
  return statement === undefined ? undefined : { path: statement, below: below ?? '' };
}

/**
 * Where an address leads, by the statement that has or had it: from a former address to the same thing at the
 * new one; from a page below a notice that stands by itself to the notice. An address that is taken for what
 * isn't public yet leads nowhere, and so tells nothing.
 */
export function leadOf(
  { path, formerPaths, withdrawn }: Pick<LivePart, 'path' | 'formerPaths' | 'withdrawn'>,
  asked: Address,
): Lead | undefined {
  if (formerPaths.includes(asked.path)) return { status: 301, location: path + asked.below };
  const isBare = withdrawn?.keepText === false;
  return isBare && asked.path === path && /^(editions|changes|files)\//.test(asked.below)
    ? { status: 302, location: path }
    : undefined;
}
