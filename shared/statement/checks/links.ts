import { addressOf } from '../leads.ts';
import type { Check, Checked, Code, Finding, Target } from './check.ts';

/** More addresses of one text than this are not looked up. */
export const mostTargets = 50;

/** The addresses of this site's statements that a text leads to, each once, to be looked up before it is checked. */
export function statementPaths({ outline, origin }: Pick<Checked, 'outline' | 'origin'>): string[] {
  const paths = outline.links
    .map(({ href }) => statementPath(href, origin))
    .filter((path) => path !== undefined);
  return [...new Set(paths)].slice(0, mostTargets);
}

/** The statement's address that a link leads to, or below; undefined for a link to anything else. */
function statementPath(href: string, origin: string): string | undefined {
  if (!URL.canParse(href, origin)) return undefined;
  const url = new URL(href, origin);
  return url.origin === origin ? addressOf(url.pathname)?.path : undefined;
}

const deadTargets: Partial<Record<Target, string>> = {
  nothing: 'leads to an address of this site that no statement has or had',
  'not public': 'leads to a statement that is not public yet',
  withdrawn: 'leads to a statement that was withdrawn',
};

/** Names of machines that no reader reaches (RFC 6761, RFC 1918, RFC 8375). */
const localHost =
  /^(?:localhost|.*\.(?:localhost|local|internal|test|lan)|127\.\d+\.\d+\.\d+|10\.\d+\.\d+\.\d+|192\.168\.\d+\.\d+|172\.(?:1[6-9]|2\d|3[01])\.\d+\.\d+|0\.0\.0\.0|\[::1\])$/i;

/** Links that lead nowhere, or not where a reader should be sent. */
export const links: Check = ({ outline, origin, targets, source }) =>
  outline.links.flatMap(({ href, words, line }) => {
    const [code, says] = faultOf(href, words, origin, targets) ?? [];
    return code
      ? [
          {
            code,
            message: `The link ${named(words, href)} ${says}.`,
            pointer: '/body',
            place: source.placeOn(line, words),
          },
        ]
      : [];
  });

function faultOf(
  href: string,
  words: string,
  origin: string,
  targets: Map<string, Target>,
): [Code, string] | undefined {
  if (href === '#') return ['empty-link', 'leads nowhere'];
  if (words.trim() === '') return ['empty-link', 'has no words to follow'];
  if (!URL.canParse(href, origin)) return ['unusable-link', 'has an address that cannot be read'];
  const url = new URL(href, origin);
  if (localHost.test(url.hostname) && url.origin !== origin)
    return ['local-link', 'leads to a machine that readers cannot reach'];
  if (url.protocol === 'http:' && url.origin !== origin)
    return ['insecure-link', 'is not encrypted: see whether https works'];
  const dead = deadTargets[targets.get(statementPath(href, origin) ?? '') ?? 'public'];
  return dead ? ['dead-link', dead] : undefined;
}

const named = (words: string, href: string): string =>
  `“${words.trim().slice(0, 60).toWellFormed() || href.slice(0, 60)}”`;

/** `[words]()`, and `[words](address)` whose address isn't one that becomes a link: a reader sees the brackets. */
const written = /(?<![!\\])\[([^[\]\n]{1,300})\]\(([^()\s]{0,500})\)/g;
const becomesLink = /^(?:https?:\/\/|mailto:|tel:|\/(?!\/)|#)/i;

/** Links that the text has in its Markdown, and readers don't get. */
export const unusableLinks: Check = ({ source }) =>
  [...source.markup.matchAll(written)].flatMap((match): Finding[] => {
    const [, words = '', href = ''] = match;
    if (becomesLink.test(href)) return [];
    const place = source.placeAt(match.index);
    if (href === '')
      return [{ code: 'empty-link', message: `The link “${words}” leads nowhere.`, pointer: '/body', place }];
    const says = 'is shown as it is written here, since its address begins with neither https:// nor /';
    return [{ code: 'unusable-link', message: `The link “${words}” ${says}.`, pointer: '/body', place }];
  });

/** An image's address as well: the words that say what it shows stand between its brackets. */
const imageWithoutWords = /(?<!\\)!\[\s*\](?=[([])/g;

/** Images that say nothing to those who can't see them (WCAG 2.2, 1.1.1). */
export const images: Check = ({ source }) =>
  [...source.markup.matchAll(imageWithoutWords)].map(({ index }) => ({
    code: 'missing-alt',
    message: 'The image has no words that say what it shows.',
    pointer: '/body',
    place: source.placeAt(index),
  }));
