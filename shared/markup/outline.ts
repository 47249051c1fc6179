import type { Token } from 'markdown-it';
import type { Body } from './body.ts';
import { plainText } from './plain-text.ts';

/** What a body is built of, each part with the line that it begins on, from 1. */
export type Outline = {
  /** `level` is that of the Markdown: 1 for `#`. */
  headings: { level: number; text: string; line: number }[];
  /** Links and images, with the words that lead there. */
  links: { href: string; words: string; line: number }[];
  /** The first and the last line of each block of code. */
  code: { first: number; last: number }[];
};

/** The outline of a body. */
export function outlineOf({ tokens }: Body): Outline {
  const outline: Outline = { headings: [], links: [], code: [] };
  tokens.forEach((token, index) => {
    const [first = 0, end = 0] = token.map ?? [];
    if (token.type === 'fence') outline.code.push({ first: first + 1, last: end });
    if (token.type !== 'inline') return;
    const before = tokens[index - 1];
    if (before?.type === 'heading_open')
      outline.headings.push({
        level: writtenLevel(before.markup),
        text: plainText(token),
        line: first + 1,
      });
    outline.links.push(...linksIn(token.children ?? [], first + 1));
  });
  return outline;
}

function linksIn(children: Token[], first: number): Outline['links'] {
  const links: Outline['links'] = [];
  let line = first;
  let isOpen = false;
  for (const token of children) {
    if (token.type === 'softbreak' || token.type === 'hardbreak') line++;
    if (token.type === 'link_close') isOpen = false;
    const link = links.at(-1);
    if (isOpen && link) link.words += token.content;
    if (token.type !== 'link_open') continue;
    links.push({ href: String(token.attrGet('href') ?? ''), words: '', line });
    isOpen = true;
  }
  return links;
}

/** What a heading is written with: `#` to `######`, or a line of `=` or `-` below it. */
const writtenLevel = (markup: string): number => (markup === '=' ? 1 : markup === '-' ? 2 : markup.length);
