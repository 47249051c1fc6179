import type { Token } from 'markdown-it';

/** The words of an inline token as a reader sees them, without their dress. A line break is a space. */
export function plainText({ children, content }: Token): string {
  if (!children) return content;
  return children
    .map((token) => {
      if (token.type === 'softbreak' || token.type === 'hardbreak') return ' ';
      return token.type === 'footnote_ref' || token.type === 'footnote_anchor' ? '' : token.content;
    })
    .join('');
}
