import { frameOf } from './frame.ts';
import { statementPage } from './html/statement-page.ts';
import { type Body, turnsOf } from './markup/body.ts';
import { bodyHtml } from './markup/body-html.ts';
import type { PublicListing, PublicStatement } from './statement/public.ts';
import { readStatement } from './statement/reading.ts';
import { site } from './this-site.ts';

/** A statement's page with what it was made from. */
export type Rendered = { page: string; read: Body };

/**
 * Renders the reader's page of a statement: the one way to it, for the site and for a preview. `latest` is
 * what the page's latest block is written with; readers with a script see a fresh one.
 */
export function renderStatement(statement: PublicStatement, latest: PublicListing[], now: Date): Rendered {
  const { path, language } = statement;
  const read = readStatement(site, statement);
  const page = statementPage({
    ...frameOf(language, now),
    statement,
    bodyHtml: bodyHtml(read),
    turns: turnsOf(read).length > 0,
    latest,
    alternates: [],
    files: { json: `${path}index.json`, text: `${path}index.txt` },
  });
  return { page, read };
}
