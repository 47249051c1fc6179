import { labelsOf } from '../labels/labels.ts';
import { languageOf, type SiteFile } from '../site-file.ts';
import { editionPath } from '../statement/paths.ts';
import type { PublicStatement } from '../statement/public.ts';
import { isBehind, originalAmong, type Translation } from '../statement/translations.ts';
import type { Alternate } from './frame.ts';
import type { Head } from './head.ts';
import { type Html, html } from './html.ts';

/** Where a statement can be read in other languages; the original is for readers of none of them. */
export function languagesOf(
  statement: Pick<PublicStatement, 'path' | 'translationOf'>,
  translations: Translation[],
): Pick<Head, 'alternates' | 'defaultPath'> & { alternates: Alternate[] } {
  const alternates = translations.filter(({ withdrawn }) => !withdrawn);
  const original = statement.translationOf ? originalAmong(statement, alternates) : statement;
  return { alternates, defaultPath: original?.path };
}

/** What readers of a translation should know of the original: that it has been corrected since, or withdrawn. */
export function ofOriginal(
  site: SiteFile,
  statement: PublicStatement,
  translations: Translation[],
): Html | false {
  const original = originalAmong(statement, translations);
  const labels = labelsOf(site, statement.language);
  if (!original || !(original.withdrawn || isBehind(statement.follows, original))) return false;
  return html`<div class="notice" role="note">
<p><b>${labels.translation}</b></p>
<p>${original.withdrawn ? labels.originalWithdrawn : labels.originalCorrected}</p>
<p>${labels.original}: ${linkToOriginal(site, statement, original)}</p>
</div>`;
}

/** The original by its language; with the edition that this translation follows. */
export function linkToOriginal(
  site: SiteFile,
  { language, follows }: PublicStatement,
  original: Translation,
): Html {
  const name = languageOf(site, original.language)?.name ?? original.language;
  const link = html`<a href="${original.path}" lang="${original.language}" hreflang="${original.language}">${name}</a>`;
  if (!follows || original.withdrawn) return link;
  const edition = html`<a href="${editionPath(original.path, follows.edition)}">${labelsOf(site, language).edition} ${follows.edition}</a>`;
  return html`${link} · ${edition}`;
}
