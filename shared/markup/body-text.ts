import { type Body, blocksOf } from './body.ts';

/** A body as plain text: its blocks divided by empty lines, labels as written. */
export function bodyText(body: Body): string {
  return blocksOf(body)
    .map(({ text, turn }) => (turn ? `${turn.written} ${text}`.trim() : text))
    .filter((text) => text !== '')
    .join('\n\n');
}
