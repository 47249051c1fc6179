import { fileKind } from '../../shared/html/attached-files.ts';
import { citation, labelsOf, nameIn, noteName, typeName } from '../../shared/labels/labels.ts';
import type { Body } from '../../shared/markup/body.ts';
import { bodyText } from '../../shared/markup/body-text.ts';
import type { SiteFile } from '../../shared/site-file.ts';
import { dayIn } from '../../shared/statement/day.ts';
import { filePath } from '../../shared/statement/paths.ts';
import type { BareStatement, PublicStatement, Replacement } from '../../shared/statement/public.ts';
import type { PublicEdition } from '../../shared/statement/public-acts.ts';
import type { AttachedFile } from '../../shared/statement/statement.ts';

/** `index.txt`: the statement for plain reading and pasting, with where it comes from at its end. */
export function textFile(
  site: SiteFile,
  origin: string,
  statement: PublicStatement,
  read: Body,
  { edition, replacement }: { edition?: PublicEdition | undefined; replacement?: Replacement | undefined },
): string {
  const { language, path, title, summary, note, withdrawn, attachments = [] } = statement;
  const labels = labelsOf(site, language);
  const fileLine = (file: AttachedFile) =>
    `${file.title ?? file.name} (${fileKind(file, language)}): ${origin}${filePath(path, file)}`;
  return whole(site, origin, statement, [
    title,
    withdrawn
      ? noticeOf(site, origin, language, withdrawn, replacement)
      : note && `${noteName(labels, edition)} (${labels.edition} ${statement.edition}): ${note}`,
    summary,
    bodyText(read),
    attachments.length > 0 && [`${labels.files}:`, ...attachments.map(fileLine)].join('\n'),
  ]);
}

/** `index.txt` of a statement whose words were taken off the site: the notice. */
export function noticeText(
  site: SiteFile,
  origin: string,
  statement: BareStatement,
  replacement?: Replacement,
): string {
  const { language, withdrawn } = statement;
  return whole(site, origin, statement, [
    citation(site, language, statement),
    noticeOf(site, origin, language, withdrawn, replacement),
    labelsOf(site, language).textRemoved,
  ]);
}

/** What both have round what they say: whose it is and of which day, and the address. */
function whole(
  site: SiteFile,
  origin: string,
  { language, type, date, path }: PublicStatement | BareStatement,
  said: (string | false | undefined)[],
): string {
  const parts = [
    nameIn(site, language, site.name),
    `${typeName(site, language, type)}, ${date}`,
    ...said,
    origin + path,
  ];
  return `${parts.filter((part) => part).join('\n\n')}\n`;
}

function noticeOf(
  site: SiteFile,
  origin: string,
  language: string,
  { at, reason }: BareStatement['withdrawn'],
  replacement: Replacement | undefined,
): string {
  const labels = labelsOf(site, language);
  const instead = replacement && `${labels.replacedBy} ${origin}${replacement.path}`;
  const day = dayIn(site.timeZone, new Date(at));
  return [`${labels.withdrawn} (${day}): ${reason}`, instead].filter((line) => line).join('\n');
}
