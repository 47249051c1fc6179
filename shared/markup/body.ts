import type { Token } from 'markdown-it';
import { plainText } from './plain-text.ts';
import { type TurnMeta, turnOf } from './split-turns.ts';
import type { Role } from './turn-labels.ts';

/** A body as it was read. Only the files of this folder look into it. */
export type Body = { tokens: Token[]; env: Record<string, unknown> };

/** One block of words: the label if a turn begins with it, and what kind of block it is. */
export type Block = { text: string; heading: boolean; inTurn: boolean; turn?: TurnMeta };

/** One speaker's part; `speaker` is null where the label is a word for question or answer. `text` is plain. */
export type Turn = { number: number; label: string; speaker: string | null; role: Role; text: string };

/** The blocks of words of a body, in reading order. */
export function blocksOf({ tokens }: Body): Block[] {
  const blocks: Block[] = [];
  let turn: TurnMeta | undefined;
  let inTurn = false;
  tokens.forEach((token, index) => {
    turn = turnOf(token) ?? turn;
    if (turn) inTurn = true;
    if (token.type === 'turn_close') inTurn = false;
    if (token.type === 'fence') blocks.push({ text: token.content.trimEnd(), heading: false, inTurn });
    if (token.type !== 'inline') return;
    blocks.push({
      text: plainText(token).trim(),
      heading: tokens[index - 1]?.type === 'heading_open',
      inTurn,
      ...(turn && { turn }),
    });
    turn = undefined;
  });
  return blocks;
}

/** The turns of a body, in order. */
export function turnsOf(body: Body): Turn[] {
  const turns: (TurnMeta & { paragraphs: string[] })[] = [];
  for (const { turn, text, inTurn } of blocksOf(body)) {
    if (turn) turns.push({ ...turn, paragraphs: [] });
    if (inTurn) turns.at(-1)?.paragraphs.push(text);
  }
  return turns.map(({ number, label, role, paragraphs }) => ({
    number,
    label,
    speaker: role === 'speaker' ? label : null,
    role,
    text: paragraphs.filter((text) => text !== '').join('\n\n'),
  }));
}

export const countTurns = ({ tokens }: Body): number =>
  tokens.filter((token) => token.type === 'turn_open').length;
