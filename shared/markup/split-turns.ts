import type { StateCore, Token } from 'markdown-it';
import { findOpenings, lineStarts } from './find-openings.ts';
import { folded, labelRules, type Opening, openingAt, type Role, TurnRules } from './turn-labels.ts';

/** What a `turn_open` token stands for; `label` is without, `written` with its colon. */
export type TurnMeta = { number: number; label: string; written: string; role: Role };

const turns = new WeakMap<Token, TurnMeta>();

/** The turn that a token opens, if it opens one. */
export const turnOf = (token: Token | undefined): TurnMeta | undefined => token && turns.get(token);

type Rules = ReturnType<typeof labelRules>;

/**
 * A core rule of the parser, between blocks and inlines: where `env.turns` says by which rules, paragraphs at the
 * top level that open turns are cut at their labels and put into sections, with all that follows up to the next
 * label. Paragraphs in lists and quotations open no turn.
 */
export function splitTurns(state: StateCore): void {
  const given = TurnRules.optional().parse(state.env.turns);
  if (!given) return;
  const rules = labelRules(given, countOpenings(state.tokens));
  const writer = new TurnWriter(state, rules);
  for (let i = 0; i < state.tokens.length; i++) {
    const [open, inline, close] = state.tokens.slice(i, i + 3);
    if (open && isTopParagraph(open) && inline && close) {
      writer.paragraph(open, inline, close);
      i += 2;
    } else if (open) writer.other(open);
  }
  state.tokens = writer.finished();
}

const isTopParagraph = (token: Token) => token.type === 'paragraph_open' && token.level === 0;

/** How often each label opens a paragraph or a line of one. */
function countOpenings(tokens: Token[]): Map<string, number> {
  const counts = new Map<string, number>();
  tokens.forEach((token, index) => {
    const text = tokens[index + 1]?.content ?? '';
    if (!isTopParagraph(token)) return;
    for (const start of lineStarts(text)) {
      const { label, tight } = openingAt(text, start) ?? {};
      if (label && !tight) counts.set(folded(label), (counts.get(folded(label)) ?? 0) + 1);
    }
  });
  return counts;
}

/** A piece without the hard line break that stood between it and the next label. */
function withoutBreak(piece: string, next: Opening | undefined): string {
  const words = piece.trimEnd();
  return next && words.length < piece.length ? words.replace(/(?<!\\)\\$/, '') : words;
}

/** Counts the lines before places of a text that are asked for in their order. */
function lineCounter(text: string): (index: number) => number {
  let [seen, lines] = [0, 0];
  return (index) => {
    lines += text.slice(seen, index).split('\n').length - 1;
    seen = index;
    return lines;
  };
}

/** Writes the new tokens: paragraphs cut at labels, and the sections of turns round them. */
class TurnWriter {
  readonly #state: StateCore;
  readonly #rules: Rules;
  readonly #tokens: Token[] = [];
  #number = 0;

  constructor(state: StateCore, rules: Rules) {
    this.#state = state;
    this.#rules = rules;
  }

  other(token: Token): void {
    this.#tokens.push(token);
  }

  paragraph(open: Token, inline: Token, close: Token): void {
    const text = inline.content;
    const lineAt = lineCounter(text);
    const openings = findOpenings(text, this.#rules, this.#number > 0);
    const first = withoutBreak(text.slice(0, openings[0]?.start), openings[0]);
    if (first !== '') this.#piece(open, inline, close, first, 0);
    openings.forEach(({ label, start, end }, index) => {
      this.#openTurn({
        label,
        written: text
          .slice(start, end)
          .replaceAll(/\*\*|__/g, '')
          .trim(),
        role: this.#rules.roleOf(label),
      });
      const next = openings[index + 1];
      this.#piece(open, inline, close, withoutBreak(text.slice(end, next?.start), next), lineAt(end));
    });
  }

  finished(): Token[] {
    this.#closeTurn();
    return this.#tokens;
  }

  #openTurn(turn: Omit<TurnMeta, 'number'>): void {
    this.#closeTurn();
    this.#number++;
    const token = new this.#state.Token('turn_open', 'section', 1);
    token.block = true;
    turns.set(token, { ...turn, number: this.#number });
    this.#tokens.push(token);
  }

  #closeTurn(): void {
    if (this.#number === 0) return;
    const token = new this.#state.Token('turn_close', 'section', -1);
    token.block = true;
    this.#tokens.push(token);
  }

  /** A piece of a paragraph that begins so many lines below it. */
  #piece(open: Token, inline: Token, close: Token, content: string, line: number): void {
    const copies = [open, inline, close].map((token) =>
      Object.assign(new this.#state.Token(token.type, token.tag, token.nesting), token),
    );
    const text = copies[1];
    const [first = 0, end = 0] = inline.map ?? [];
    if (text) Object.assign(text, { content, children: [], map: [first + line, end] });
    this.#tokens.push(...copies);
  }
}
