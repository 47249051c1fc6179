import { refuseFields } from '../../shared/errors.ts';
import { asReadBy, reachOf } from '../../shared/statement/readers.ts';
import type { Caller } from '../../shared/statement/roles.ts';
import type { Head, KeptContent } from '../../shared/statement/statement.ts';
import { readHead } from '../../shared/table/heads.ts';
import { readGroup, takeTranslation } from '../../shared/table/translations.ts';
import { table } from './operation.ts';

/**
 * Takes the place among translations that a text says it has. Throws `invalid` unless what it translates is another
 * statement in another language, and an original itself, so that all translations of one share its reference; unless it
 * is the only one in its language; and unless the text of an original leaves its translations theirs.
 */
export async function takeItsLanguage(
  { id, at }: { id: string; at: string },
  { translationOf, language }: KeptContent,
  caller: Caller,
): Promise<void> {
  const others = (await readGroup(table, id)).filter((head) => head.id !== id);
  if (translationOf === undefined) {
    const same = others.find((head) => (head.work ?? head.live)?.language === language);
    if (same) refuse('/language', `is that of its translation ${nameOf(same, caller)}`);
    return;
  }
  if (translationOf === id) refuse('/translationOf', 'is the statement itself');
  if (others.length > 0) refuse('/translationOf', 'is not for an original that has translations itself');
  const head = await readHead(table, translationOf);
  const original = head && asReadBy(head, caller);
  if (!original || original.deleted || reachOf(original, caller) === 'nothing')
    refuse('/translationOf', 'is not the id of a statement');
  const part = original.work ?? original.live;
  if (part?.translationOf)
    refuse('/translationOf', `is a translation itself, of ${part.translationOf}: name that one`);
  if (part?.language === language) refuse('/language', 'is that of the original');
  const holder = await takeTranslation(table, { original: translationOf, language, id, at });
  if (holder === id) return;
  const other = await readHead(table, holder);
  refuse('/translationOf', `is translated into ${language} by ${nameOf(other, caller)}`);
}

/** A statement as a refusal may name it: not even by its id to somebody whom it is kept from. */
const nameOf = (head: Head | undefined, caller: Caller): string =>
  !head || reachOf(head, caller) === 'nothing' ? 'one that is for others to read' : head.id;

function refuse(pointer: string, detail: string): never {
  refuseFields('invalid', [{ pointer, detail }]);
}
