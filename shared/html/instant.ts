import { instantText } from '../labels/dates.ts';
import { type Html, html } from './html.ts';

/** An instant in ISO 8601, shown on the site's clock. */
export const instant = (at: string, language: string, timeZone: string): Html =>
  html`<time datetime="${at}">${instantText(new Date(at), language, timeZone)}</time>`;
