import { nameIn } from '../labels/labels.ts';
import type { SiteFile } from '../site-file.ts';
import { type Speaker, speakerName } from '../statement/content.ts';
import type { PublicStatement } from '../statement/public.ts';
import type { PublicEdition } from '../statement/public-acts.ts';
import { type Html, html, raw } from './html.ts';

/** A statement in schema.org's words (https://schema.org/NewsArticle), as a data block of its page. */
export function structuredData(
  site: SiteFile,
  origin: string,
  statement: PublicStatement,
  edition?: Pick<PublicEdition, 'at'>,
): Html {
  const { event, language, withdrawn, note } = statement;
  const publisher = { '@type': 'Organization', name: nameIn(site, language, site.name), url: `${origin}/` };
  return dataBlock({
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: statement.title,
    description: statement.excerpt,
    url: origin + statement.path,
    mainEntityOfPage: origin + statement.path,
    inLanguage: language,
    datePublished: statement.firstPublished,
    dateModified: statement.lastChange,
    version: statement.edition,
    author: publisher,
    publisher,
    contributor: listOf(statement.speakers.map(person)),
    keywords: listOf(statement.topics),
    creativeWorkStatus: withdrawn && 'Withdrawn',
    correction: withdrawn
      ? comment(withdrawn.reason, withdrawn.at)
      : note && comment(note, edition?.at ?? statement.lastChange),
    about: event && {
      '@type': 'Event',
      name: statement.title,
      startDate: event.start,
      endDate: event.end,
      location: { '@type': 'Place', name: event.place },
    },
  });
}

const listOf = <T>(values: T[]): T[] | undefined => (values.length > 0 ? values : undefined);

/** What the office said of a text after it was public: https://schema.org/CorrectionComment */
const comment = (text: string, datePublished: string) => ({
  '@type': 'CorrectionComment',
  text,
  datePublished,
});

const person = (speaker: Speaker) => ({
  '@type': 'Person',
  name: speakerName(speaker),
  jobTitle: typeof speaker === 'string' ? undefined : speaker.role,
});

/** JSON in a script element: no `<` may stand in it, or a text could end the element (HTML, section 4.12.1.3). */
function dataBlock(data: object): Html {
  return html`<script type="application/ld+json">${raw(JSON.stringify(data).replaceAll('<', '\\u003c'))}</script>`;
}
