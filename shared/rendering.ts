import { frameOf } from './frame.ts';
import { type StatementView, statementPage } from './html/statement-page.ts';
import { type Body, turnsOf } from './markup/body.ts';
import { bodyHtml } from './markup/body-html.ts';
import { filesBeside } from './statement/paths.ts';
import type { PublicStatement } from './statement/public.ts';
import { readStatement } from './statement/reading.ts';
import { site } from './this-site.ts';

/** A statement's page with what it was made from. */
export type Rendered = { page: string; read: Body };

/**
 * What a page is made with: what its latest block is written with (readers with a script see a fresh one), the
 * instant, the edition that it shows, and what a withdrawn statement's notice leads to,
 * and its other languages.
 */
type Making = Pick<StatementView, 'latest' | 'now' | 'edition' | 'replacement' | 'translations'>;

/** Renders the reader's page of a statement: the one way to it, for the site and for a preview. */
export function renderStatement(statement: PublicStatement, making: Making): Rendered {
  const { path, language } = statement;
  const read = readStatement(site, statement, path);
  const page = statementPage({
    ...frameOf(language, making.now),
    ...making,
    statement,
    bodyHtml: bodyHtml(read),
    turns: turnsOf(read).length > 0,
    files: filesBeside(path),
  });
  return { page, read };
}
