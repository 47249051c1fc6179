import { asReadBy } from '../../shared/statement/readers.ts';
import type { Caller } from '../../shared/statement/roles.ts';
import type { Head } from '../../shared/statement/statement.ts';
import { isBehind } from '../../shared/statement/translations.ts';
import { readGroup } from '../../shared/table/translations.ts';
import type { TranslationView } from './contract/answers.ts';
import { table } from './operation.ts';

/** The other languages of a statement that somebody may read, the original first, each with how far it has come. */
export async function translationsView({ id, work, live }: Head, caller: Caller): Promise<TranslationView[]> {
  const original = (work ?? live)?.translationOf ?? id;
  const group = await readGroup(table, original);
  const source = group.find((head) => head.id === original)?.live;
  return group
    .map((head) => asReadBy(head, caller))
    .filter((head) => head.id !== id && (head.work ?? head.live))
    .map((head) => ({
      id: head.id,
      language: (head.work ?? head.live)?.language ?? '',
      state: head.work?.state ?? (head.live?.withdrawn ? 'withdrawn' : 'live'),
      edition: head.live?.edition ?? null,
      follows: head.live?.follows?.edition ?? null,
      behind: isBehind(head.live?.follows, source),
    }));
}
