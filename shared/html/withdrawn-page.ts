import { citation, labelsOf, typeName } from '../labels/labels.ts';
import type { BareStatement, PublicListing, Replacement } from '../statement/public.ts';
import type { Translation } from '../statement/translations.ts';
import { fact } from './colophon.ts';
import { day } from './day.ts';
import type { Frame } from './frame.ts';
import { html } from './html.ts';
import { instant } from './instant.ts';
import { languagesOf } from './languages-of.ts';
import { latest } from './latest.ts';
import { layout } from './layout.ts';
import { withdrawal } from './withdrawal.ts';

/** What stands at the address of a statement whose words were taken off the site. */
export type WithdrawnView = Omit<Frame, 'language'> & {
  statement: BareStatement;
  replacement: Replacement | undefined;
  latest: PublicListing[];
  translations: Translation[];
};

/** The whole document of a notice that stands by itself. */
export function withdrawnPage(view: WithdrawnView): string {
  const { site, statement } = view;
  const { language, withdrawn, firstPublished } = statement;
  const frame = { ...view, language };
  const labels = labelsOf(site, language);
  const name = citation(site, language, statement);
  return layout(frame, {
    title: `${labels.withdrawn}: ${name}`,
    description: withdrawn.reason,
    path: statement.path,
    index: false,
    ...languagesOf(statement, view.translations),
    main: html`<article class="statement">
<header>
<p class="kicker"><b>${typeName(site, language, statement.type)}</b> ${day(statement.date, language)}</p>
<h1>${name}</h1>
</header>
${withdrawal(site, statement, view.replacement)}
<footer class="colophon">
<dl class="facts">
${fact(labels.firstPublished, instant(firstPublished, language, site.timeZone))}</dl>
</footer>
</article>`,
    aside: latest({ ...frame, listings: view.latest }),
  });
}
