import { citation, labelsOf } from '../labels/labels.ts';
import type { SiteFile } from '../site-file.ts';
import type { PublicListing, Replacement } from '../statement/public.ts';
import { type Html, html } from './html.ts';
import { instant } from './instant.ts';

/** The notice of a withdrawal, where readers see it before anything else: when, why, and what to read instead. */
export function withdrawal(
  site: SiteFile,
  { language, withdrawn }: Pick<PublicListing, 'language' | 'withdrawn'>,
  replacement: Replacement | undefined,
): Html | false {
  if (!withdrawn) return false;
  const labels = labelsOf(site, language);
  return html`<div class="notice" role="note">
<p><b>${labels.withdrawn}</b> ${instant(withdrawn.at, language, site.timeZone)}</p>
<p>${withdrawn.reason}</p>
${!withdrawn.keepText && html`<p>${labels.textRemoved}</p>\n`}${
  replacement &&
  html`<p>${labels.replacedBy} <a href="${replacement.path}" hreflang="${replacement.language}">${citation(site, language, replacement)}</a></p>\n`
}</div>`;
}
