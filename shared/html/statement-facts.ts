import { instantText, rangeText } from '../labels/dates.ts';
import { labelsOf } from '../labels/labels.ts';
import type { SiteFile } from '../site-file.ts';
import type { EventTime, Speaker } from '../statement/content.ts';
import type { KeptContent } from '../statement/statement.ts';
import { type Html, html } from './html.ts';

/** Who speaks, and when and where an event takes place: what a reader wants before the text. `calendar` is a path. */
export function statementFacts(
  site: SiteFile,
  { event, language, speakers }: Pick<KeptContent, 'event' | 'language' | 'speakers'>,
  calendar?: string,
): Html | false {
  if (!event && speakers.length === 0) return false;
  const labels = labelsOf(site, language);
  return html`<dl class="facts">
${
  event &&
  html`<div><dt>${labels.when}</dt><dd>${eventTime(event, language, labels.yourTime)}${calendar && html` <span class="here"><a href="${calendar}">${labels.calendar}</a></span>`}</dd></div>
<div><dt>${labels.where}</dt><dd>${event.place}</dd></div>\n`
}${speakers.length > 0 && html`<div><dt>${labels.speakers}</dt>${speakers.map(speakerEntry)}</div>\n`}</dl>`;
}

const speakerEntry = (speaker: Speaker): Html =>
  typeof speaker === 'string'
    ? html`<dd>${speaker}</dd>`
    : html`<dd>${speaker.name}${speaker.role && html`<span class="role">${speaker.role}</span>`}</dd>`;

/** A script says it by the reader's own clock as well, where that is another one. */
const eventTime = (event: EventTime, language: string, yourTime: string): Html =>
  html`<time datetime="${event.start}" data-until="${event.end ?? event.start}" data-here="${yourTime}">${eventTimeText(event, language)}</time>`;

/** The event's time on the clock of its place, which is the offset that its start was written with. */
export function eventTimeText({ start, end }: EventTime, language: string): string {
  const zone = /[+-]\d\d:\d\d$/.exec(start)?.[0] ?? 'UTC';
  const from = new Date(start);
  return end ? rangeText(from, new Date(end), language, zone) : instantText(from, language, zone);
}
