import { labelsOf } from '../labels/labels.ts';
import { languageOf } from '../site-file.ts';
import type { Alternate, Frame } from './frame.ts';
import { type Head, headOf } from './head.ts';
import { type Html, html } from './html.ts';
import { masthead } from './masthead.ts';
import { siteFooter } from './site-footer.ts';

/** One page: what its head says, where its other languages are, its main part and what stands beside it. */
export type Page = Head & { alternates: Alternate[]; main: Html; aside?: Html };

/** The whole document round a page's main part. */
export function layout(frame: Frame, page: Page): string {
  const labels = labelsOf(frame.site, frame.language);
  const dir = languageOf(frame.site, frame.language)?.dir ?? 'ltr';
  return html`<!doctype html>
<html lang="${frame.language}" dir="${dir}">
${headOf(frame, page)}
<body>
<a class="skip" href="#content">${labels.skipToContent}</a>
${masthead(frame, page.alternates)}
<div class="page">
<main id="content" tabindex="-1" data-link-copied="${labels.linkCopied}">
${page.main}
</main>
${page.aside && html`<aside aria-label="${labels.latest}">\n${page.aside}\n</aside>`}
</div>
${siteFooter(frame)}
</body>
</html>
`.toString();
}
