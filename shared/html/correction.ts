import { labelsOf } from '../labels/labels.ts';
import type { SiteFile } from '../site-file.ts';
import type { PublicStatement } from '../statement/public.ts';
import { type Html, html } from './html.ts';
import { instant } from './instant.ts';

/** The public note of a statement's newest correction, where readers see it before the text. */
export function correction(site: SiteFile, statement: PublicStatement): Html | false {
  const { language, note } = statement;
  if (!note) return false;
  return html`<div class="correction" role="note">
<p><b>${labelsOf(site, language).correction}</b> ${instant(statement.lastChange, language, site.timeZone)}</p>
<p>${note}</p>
</div>`;
}
