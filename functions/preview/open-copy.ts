import { randomBytes } from 'node:crypto';
import { env } from '../../shared/env.ts';
import { frameOf } from '../../shared/frame.ts';
import { embargoedPage } from '../../shared/html/embargoed-page.ts';
import { turnsOf } from '../../shared/markup/body.ts';
import { bodyHtml } from '../../shared/markup/body-html.ts';
import { open, type Preview, stateOf } from '../../shared/statement/previews.ts';
import { readStatement } from '../../shared/statement/reading.ts';
import { dueInstant, isScheduled } from '../../shared/statement/scheduling.ts';
import type { Head } from '../../shared/statement/statement.ts';
import { readHead } from '../../shared/table/heads.ts';
import { commitPreview, findPreview } from '../../shared/table/previews.ts';
import { readText } from '../../shared/table/records.ts';
import { tableOf } from '../../shared/table.ts';
import { site } from '../../shared/this-site.ts';

const { TABLE_NAME } = env('TABLE_NAME');
const table = tableOf(TABLE_NAME);

/** What a link leads to, by the ids of its preview and statement: the copy itself, or the path of what is public. */
type Copy = { preview: string; statement: string } & ({ page: string } | { path: string });

/**
 * What the token of a link leads to now; undefined for nothing. Before the words are handed out, it is recorded that
 * they were `read`; that is done over if the preview changed meanwhile, since it may be revoked.
 */
export async function openCopy(token: string, isRead: boolean): Promise<Copy | undefined> {
  for (;;) {
    const preview = await findPreview(table, token);
    const head = preview && (await readHead(table, preview.statement));
    if (!preview || !head || head.deleted) return undefined;
    const ids = { preview: preview.id, statement: head.id };
    const at = new Date().toISOString();
    const state = stateOf(preview, head, at);
    if (state === 'released' && head.live) return { ...ids, path: head.live.path };
    if (state !== 'open') return undefined;
    const change = randomBytes(8).toString('hex');
    if (isRead && !(await commitPreview(table, open(preview, { at, change }), change))) continue;
    return { ...ids, page: await pageOf(preview, head, new Date(at)) };
  }
}

async function pageOf(preview: Preview, head: Head, now: Date): Promise<string> {
  const content = await readText(table, preview.statement, preview.of.text);
  const read = readStatement(site, content);
  const frame = frameOf(content.language, now);
  return embargoedPage({
    ...frame,
    content,
    preview,
    notBefore: isScheduled(head) && head.work.text === preview.of.text ? dueInstant(head) : undefined,
    bodyHtml: bodyHtml(read),
    turns: turnsOf(read).length > 0,
  });
}
