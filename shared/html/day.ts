import { dayText } from '../labels/dates.ts';
import { type Html, html } from './html.ts';

/** A statement's day, for people and for machines. */
export const day = (date: string, language: string): Html =>
  html`<time datetime="${date}">${dayText(date, language)}</time>`;
