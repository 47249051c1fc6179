import type { SiteFile } from '../site-file.ts';
import { type List, scopeOf } from '../statement/archive.ts';
import { monthText } from './dates.ts';
import { labelsOf, topicName, typeName } from './labels.ts';

/** What a list is called: "All messages", by its type or topic, or "May 2026". */
export function listName(site: SiteFile, language: string, list: List): string {
  const { kind, of } = scopeOf(list);
  if (kind === 'type') return typeName(site, language, of);
  if (kind === 'topic') return topicName(site, language, of);
  return kind === 'month' ? monthText(of, language) : labelsOf(site, language).allMessages;
}
