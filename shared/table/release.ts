import type { SiteFile } from '../site-file.ts';
import type { Act } from '../statement/change.ts';
import type { Taken } from '../statement/publishing.ts';
import type { KeptContent, LivePart } from '../statement/statement.ts';
import { followedIn } from '../statement/translations.ts';
import type { Table } from '../table.ts';
import { takeSlug } from './addresses.ts';
import { requireReady } from './attachments.ts';
import { readHead } from './heads.ts';
import { takeReference } from './references.ts';

/** What is about to be public: this text, as this version of a statement, over a live part if it has one. */
export type ToRelease = { id: string; version: number; content: KeptContent; live?: LivePart };

/**
 * Takes what a text needs before it can be public: its address and, for the first time, its reference; and notes which
 * edition of its original a translation follows. Answers the act as well, at the instant that goes with the reference.
 * Throws `path-taken`, and `attachment-not-ready`.
 */
export async function takeForRelease(
  table: Table,
  site: SiteFile,
  { id, version, content, live }: ToRelease,
  act: Act,
): Promise<{ taken: Taken; act: Act }> {
  await requireReady(table, content, act.at);
  const slug = await takeSlug(table, { id, at: act.at }, content, live);
  const translated = content.translationOf && (await readHead(table, content.translationOf));
  const follows = translated ? followedIn(translated) : undefined;
  if (live) return { taken: { slug, follows, reference: live.reference }, act };
  const original = content.translationOf ?? id;
  const { reference, at } = await takeReference(table, site, { id, original, version, at: act.at });
  return { taken: { slug, follows, reference }, act: { ...act, at } };
}
