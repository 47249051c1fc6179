import { labelsOf } from '../labels/labels.ts';
import type { Preview } from '../statement/previews.ts';
import type { KeptContent } from '../statement/statement.ts';
import { article, type Read } from './article.ts';
import { enquiries, fact } from './colophon.ts';
import type { Frame } from './frame.ts';
import { type Html, html } from './html.ts';
import { instant } from './instant.ts';
import { layout } from './layout.ts';

/** One text for one person, before it is public. */
export type EmbargoedView = Omit<Frame, 'language'> &
  Omit<Read, 'statement'> & {
    content: KeptContent;
    preview: Pick<Preview, 'recipient' | 'createdAt' | 'opensUntil'>;
    /** The instant that this text is scheduled at, if it is. */
    notBefore?: string | undefined;
  };

/**
 * The whole document of an embargoed copy. It says above and below the text whose copy it is, and nothing of the text
 * in its head: what a messenger shows of a link, and a browser's history of a page, is seen by others.
 */
export function embargoedPage(view: EmbargoedView): string {
  const { site, content: statement } = view;
  const frame = { ...view, language: statement.language };
  const contacts = enquiries(site, statement);
  return layout(frame, {
    title: labelsOf(site, statement.language).embargoed,
    alternates: [],
    main: article(
      { ...view, statement },
      {
        notices: mark(view),
        foot: html`<footer class="colophon">\n${contacts}${mark(view)}\n</footer>`,
      },
    ),
  });
}

/** Whose copy this is, since when and for how long. */
function mark({ site, content: { language }, preview, notBefore }: EmbargoedView): Html {
  const labels = labelsOf(site, language);
  const at = (when: string) => instant(when, language, site.timeZone);
  return html`<div class="notice embargo" role="note">
<p><b>${labels.embargoed}</b></p>
<p>${labels.notForPublication}</p>
<dl class="facts">
${notBefore && fact(labels.notBefore, html`<b>${at(notBefore)}</b>`)}${fact(labels.madeFor, html`<b><bdi>${preview.recipient}</bdi></b>`)}${fact(labels.made, at(preview.createdAt))}${fact(labels.readableUntil, at(preview.opensUntil))}</dl>
</div>`;
}
