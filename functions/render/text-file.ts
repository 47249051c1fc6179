import { labelsOf, nameIn, typeName } from '../../shared/labels/labels.ts';
import type { Body } from '../../shared/markup/body.ts';
import { bodyText } from '../../shared/markup/body-text.ts';
import type { SiteFile } from '../../shared/site-file.ts';
import type { PublicStatement } from '../../shared/statement/public.ts';

/** `index.txt`: the statement for plain reading and pasting, with where it comes from at its end. */
export function textFile(site: SiteFile, origin: string, statement: PublicStatement, read: Body): string {
  const { language, type, date, title, summary, note, edition } = statement;
  const labels = labelsOf(site, language);
  const parts = [
    nameIn(site, language, site.name),
    `${typeName(site, language, type)}, ${date}`,
    title,
    note && `${labels.correction} (${labels.edition} ${edition}): ${note}`,
    summary,
    bodyText(read),
    origin + statement.path,
  ];
  return `${parts.filter((part) => part).join('\n\n')}\n`;
}
