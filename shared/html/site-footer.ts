import { labelsOf, nameIn } from '../labels/labels.ts';
import { contactList } from './contact-list.ts';
import { type Frame, frontPath } from './frame.ts';
import { type Html, html } from './html.ts';

/** The foot of every page: whom to ask, and where everything else is. */
export function siteFooter({ site, language, allMessagesPath }: Frame): Html {
  const labels = labelsOf(site, language);
  const contacts = site.contacts.map((contact) => ({
    ...contact,
    label: nameIn(site, language, contact.label),
  }));
  return html`<footer class="site-footer">
${contacts.length > 0 && html`<section>\n<h2>${labels.contacts}</h2>\n${contactList(contacts)}\n</section>\n`}<nav aria-label="${labels.allMessages}">
<ul>
<li><a href="${allMessagesPath}">${labels.allMessages}</a></li>
<li><a href="${frontPath(language)}feed.atom" type="application/atom+xml">${labels.feed}</a></li>
</ul>
</nav>
</footer>`;
}
