import { offsetText } from '../labels/dates.ts';
import { labelsOf, nameIn } from '../labels/labels.ts';
import { type Alternate, type Frame, frontPath } from './frame.ts';
import { type Html, html } from './html.ts';

/**
 * The top of every page. Today's date and the running time are the script's: a kept page can't know them.
 * Until it has run, a clock shows its zone's offset.
 */
export function masthead(frame: Frame, alternates: Alternate[]): Html {
  const { site, language } = frame;
  return html`<header class="masthead">
<div class="strip">
<p class="today" data-today="${site.timeZone}"></p>
${clocks(frame)}
${languages(frame, alternates)}
</div>
<p class="name"><a href="${frontPath(language)}">${nameIn(site, language, site.name)}</a></p>
</header>`;
}

function clocks({ site, language, now }: Frame): Html | false {
  if (site.clocks.length === 0) return false;
  const items = site.clocks.map(
    ({ city, timeZone }) =>
      html`<li>${nameIn(site, language, city)} <span data-clock="${timeZone}">${offsetText(now, timeZone)}</span></li>\n`,
  );
  return html`<ul class="clocks">\n${items}</ul>`;
}

/** Leads to this very page in another language where there is one, else to that language's front page. */
function languages({ site, language }: Frame, alternates: Alternate[]): Html | false {
  if (site.languages.length < 2) return false;
  const items = site.languages.map(({ code, name }) => {
    const path = alternates.find((one) => one.language === code)?.path ?? frontPath(code);
    return code === language
      ? html`<li><span lang="${code}" aria-current="true">${name}</span></li>\n`
      : html`<li><a href="${path}" lang="${code}" hreflang="${code}">${name}</a></li>\n`;
  });
  return html`<nav class="languages" aria-label="${labelsOf(site, language).languages}">\n<ul>\n${items}</ul>\n</nav>`;
}
