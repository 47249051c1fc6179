import { labelsOf } from '../labels/labels.ts';
import { changesPath, editionPath } from '../statement/paths.ts';
import type { Replacement } from '../statement/public.ts';
import { article, type Read } from './article.ts';
import { attachedFiles } from './attached-files.ts';
import type { Frame } from './frame.ts';
import { type Html, html } from './html.ts';
import { instant } from './instant.ts';
import { latest } from './latest.ts';
import { layout } from './layout.ts';
import { quoting } from './quoting.ts';
import { withdrawal } from './withdrawal.ts';

/** One edition of a statement: the words of then, at the address of now. */
export type EditionView = Omit<Frame, 'language'> &
  Read & {
    /** The number of the newest edition when the page was made. */
    newest: number;
    replacement: Replacement | undefined;
  };

/**
 * The whole document of an edition that stays readable. It is for those who quoted it, not for search engines:
 * those are led to the statement's own page.
 */
export function editionPage(view: EditionView): string {
  const { site, statement, newest } = view;
  const { edition, language, path, title } = statement;
  const frame = { ...view, language };
  const labels = labelsOf(site, language);
  return layout(frame, {
    title: `${title} (${labels.edition} ${edition})`,
    description: statement.excerpt,
    path,
    index: false,
    alternates: [],
    kind: 'article',
    main: article(view, {
      notices: [withdrawal(site, statement, view.replacement), which(view)],
      foot: [
        quoting(site, statement),
        attachedFiles(site, statement, view.bodyHtml),
        neighbours(path, edition, newest, labels.edition),
      ],
    }),
    aside: latest(frame),
  });
}

/** Which edition this is, since when, and where the newest is. */
function which({ site, statement, newest }: EditionView): Html {
  const { edition, language, lastChange, path } = statement;
  const labels = labelsOf(site, language);
  return html`<div class="notice" role="note">
<p><b>${labels.edition} ${edition}</b> ${instant(lastChange, language, site.timeZone)}</p>
<p>${edition < newest ? labels.newerEdition : labels.keptEdition}</p>
<p><a href="${path}">${labels.newestEdition}</a>${
    newest > 1 && html` · <a href="${changesPath(path)}">${labels.changes}</a>`
  }</p>
</div>`;
}

/** The editions before and after this one. */
function neighbours(path: string, edition: number, newest: number, label: string): Html | false {
  const link = (rel: string, n: number) =>
    html`<a href="${editionPath(path, n)}" rel="${rel}">${label} ${n}</a>`;
  const links = [edition > 1 && link('prev', edition - 1), edition < newest && link('next', edition + 1)];
  const some = links.filter((one) => one !== false);
  if (some.length === 0) return false;
  return html`<nav class="neighbours" aria-label="${label}">\n<p>${some.flatMap((one, index) => (index > 0 ? [' · ', one] : [one]))}</p>\n</nav>`;
}
