import { dayText } from '../labels/dates.ts';
import { citation, labelsOf } from '../labels/labels.ts';
import type { SiteFile } from '../site-file.ts';
import { editionPath } from '../statement/paths.ts';
import type { PublicStatement } from '../statement/public.ts';
import { type Html, html } from './html.ts';

/**
 * The button that copies selected words with where they are from: title, date, reference, and a link to the words in the
 * edition that has them, which stays. A script shows it while words are selected.
 */
export function quoting(site: SiteFile, statement: PublicStatement): Html | false {
  const { language, title, date, path, edition, withdrawn } = statement;
  if (withdrawn) return false;
  const labels = labelsOf(site, language);
  const source = `${title}, ${dayText(date, language)} (${citation(site, language, statement)})`;
  return html`<button type="button" class="quote" hidden data-source="${source}" data-edition="${editionPath(path, edition)}" data-quoted="${labels.quoted}" data-copied="${labels.quoteCopied}">${labels.copyQuote}</button>
`;
}
