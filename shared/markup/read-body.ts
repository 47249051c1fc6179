import type { Body } from './body.ts';
import { parser } from './parser.ts';
import type { TurnRules } from './turn-labels.ts';

export type Reading = TurnRules & { turns: boolean; language: string };

/** Reads a statement's body: Markdown, and with `turns` the speakers' turns in it. */
export function readBody(body: string, { turns, language, ...rules }: Reading): Body {
  const env = { language, ...(turns && { turns: rules }) };
  return { tokens: parser.parse(body, env), env };
}
