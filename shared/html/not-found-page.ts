import { labelsOf } from '../labels/labels.ts';
import { type Frame, frontPath } from './frame.ts';
import { html } from './html.ts';
import { layout } from './layout.ts';

/**
 * What is shown for an address with nothing behind it: why that may be, and the way on. The script fills in
 * the latest events; the function that answers this page reads no statements.
 */
export function notFoundPage(view: Frame): string {
  const labels = labelsOf(view.site, view.language);
  return layout(view, {
    title: labels.notFound,
    alternates: [],
    main: html`<section class="not-found">
<h1>${labels.notFound}</h1>
<p>${labels.notFoundExplained}</p>
<p><a href="${frontPath(view.language)}">${labels.goToFrontPage}</a></p>
</section>
<section id="latest" hidden></section>`,
  });
}
