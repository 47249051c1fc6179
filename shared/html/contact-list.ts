import type { Contact } from '../statement/content.ts';
import { type Html, html } from './html.ts';

/** Contacts, each with links that dial, write or open. Numbers and addresses run left to right everywhere. */
export function contactList(contacts: Contact[]): Html {
  return html`<ul class="contacts">\n${contacts.map(
    ({ label, phone, email, url }) =>
      html`<li><b>${label}</b>${[
        phone && link(`tel:${dialled(phone)}`, phone),
        email && link(`mailto:${email}`, email),
        url && link(url, url.replace(/^https?:\/\//, '').replace(/\/$/, '')),
      ]}</li>\n`,
  )}</ul>`;
}

const link = (href: string, text: string) => html` <a href="${href}" dir="ltr">${text}</a>`;

/** A number as `tel:` takes it (RFC 3966): an international one without its bracketed trunk prefix. */
function dialled(phone: string): string {
  const whole = phone.trim().startsWith('+') ? phone.replace('(0)', '') : phone;
  return whole.replace(/[^+\d]/g, '');
}
