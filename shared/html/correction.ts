import { labelsOf, noteName } from '../labels/labels.ts';
import type { SiteFile } from '../site-file.ts';
import { changesPath } from '../statement/paths.ts';
import type { PublicStatement } from '../statement/public.ts';
import type { PublicEdition } from '../statement/public-acts.ts';
import { type Html, html } from './html.ts';
import { instant } from './instant.ts';

/** The public note of a statement's newest edition, where readers see it before the text. */
export function correction(
  site: SiteFile,
  statement: PublicStatement,
  edition?: PublicEdition,
): Html | false {
  const { language, lastChange, note, path } = statement;
  if (!note) return false;
  const labels = labelsOf(site, language);
  const at = (when: string) => instant(when, language, site.timeZone);
  const [, reworded] = edition?.notes.slice(-2) ?? [];
  return html`<div class="notice" role="note">
<p><b>${noteName(labels, edition)}</b> ${at(edition?.at ?? lastChange)}</p>
<p>${note}</p>
<p><a href="${changesPath(path)}">${labels.changes}</a>${reworded && html` · ${labels.noteReworded} ${at(reworded.at)}`}</p>
</div>`;
}
