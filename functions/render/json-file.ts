import { type Body, turnsOf } from '../../shared/markup/body.ts';
import { filePath } from '../../shared/statement/paths.ts';
import type { BareStatement, PublicStatement, Replacement } from '../../shared/statement/public.ts';
import type { Translation } from '../../shared/statement/translations.ts';

/**
 * What a file says of other statements, what replaces it and what translates it, and of words that were taken off the
 * site.
 */
type Beside = {
  replacement?: Replacement | undefined;
  translations: Translation[];
  digest?: string | undefined;
};

/** `index.json`: the statement as the site has it, with its address and its turns. */
export const jsonFile = (origin: string, statement: PublicStatement, read: Body, beside: Beside): string =>
  written(origin, statement, beside, {
    attachments: attachmentsOf(origin, statement),
    turns: turnsOf(read),
  });

/** `index.json` of a statement whose words were taken off the site: the notice, and their salted digest. */
export const noticeJson = (origin: string, statement: BareStatement, beside: Beside): string =>
  written(origin, statement, beside, { digest: beside.digest });

function written(
  origin: string,
  statement: PublicStatement | BareStatement,
  { replacement, translations }: Beside,
  more: object,
): string {
  const { withdrawn } = statement;
  const replacedBy = replacement && { id: replacement.id, url: origin + replacement.path };
  const file = {
    ...statement,
    withdrawn: withdrawn && { ...withdrawn, replacedBy },
    url: origin + statement.path,
    translations: translations.map(({ id, language, path, edition, follows, withdrawn: notice }) => ({
      id,
      language,
      url: origin + path,
      edition,
      follows,
      withdrawn: notice !== undefined,
    })),
    ...more,
  };
  return `${JSON.stringify(file, null, 1)}\n`;
}

/** The files that go with a statement, each with its address. */
const attachmentsOf = (origin: string, { attachments, path }: PublicStatement) =>
  attachments?.map(({ file, ...one }) => ({ ...one, url: origin + filePath(path, { id: one.id, file }) }));
