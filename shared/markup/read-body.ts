import type { LinkedFiles } from './attachments.ts';
import type { Body } from './body.ts';
import { parser } from './parser.ts';
import type { TurnRules } from './turn-labels.ts';

export type Reading = TurnRules & { turns: boolean; language: string; files?: LinkedFiles };

/**
 * Reads a statement's body: Markdown, with `files` that it shows or leads to, and with `turns` the speakers' turns in
 * it.
 */
export function readBody(body: string, { turns, language, files, ...rules }: Reading): Body {
  const env = { language, ...(files && { files }), ...(turns && { turns: rules }) };
  return { tokens: parser.parse(body, env), env };
}
