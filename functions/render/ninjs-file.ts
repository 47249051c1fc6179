import { isImage } from '../../shared/attachment/media-types.ts';
import { nameIn, topicName, typeName } from '../../shared/labels/labels.ts';
import type { Body } from '../../shared/markup/body.ts';
import { bodyHtml } from '../../shared/markup/body-html.ts';
import { bodyText } from '../../shared/markup/body-text.ts';
import type { SiteFile } from '../../shared/site-file.ts';
import { listPath, topicList } from '../../shared/statement/archive.ts';
import { type Contact, speakerName } from '../../shared/statement/content.ts';
import { filePath } from '../../shared/statement/paths.ts';
import type { BareStatement, PublicStatement } from '../../shared/statement/public.ts';
import type { AttachedFile } from '../../shared/statement/statement.ts';
import { statementUri } from '../../shared/statement/uri.ts';

/** `ninjs.json`: the statement as agencies exchange news, IPTC ninjs 2.1 (https://iptc.org/standards/ninjs/). */
export function ninjsFile(site: SiteFile, origin: string, statement: PublicStatement, read: Body): string {
  const { language, title, slug, excerpt, note, event, attachments = [] } = statement;
  const plain = bodyText(read);
  const uri = statementUri(origin, statement);
  return written({
    ...common(site, origin, statement),
    title,
    slugline: slug,
    headlines: [{ value: title }],
    descriptions: [
      { role: 'summary', contenttype: 'text/plain', value: excerpt },
      ...(note ? [{ role: 'correction', contenttype: 'text/plain', value: note }] : []),
    ],
    bodies: [
      { contenttype: 'text/html', value: absolute(origin, bodyHtml(read)) },
      {
        contenttype: 'text/plain',
        charcount: plain.length,
        wordcount: wordsOf(plain, language),
        value: plain,
      },
    ],
    people: statement.speakers.map((speaker) => ({
      name: speakerName(speaker),
      rel: 'speaker',
      ...(typeof speaker !== 'string' && speaker.role && { literal: speaker.role }),
    })),
    subjects: statement.topics.map((topic) => ({
      name: topicName(site, language, topic),
      uri: origin + listPath(language, topicList(topic)),
      literal: topic,
    })),
    ...(event && {
      events: [{ name: title, uri, literal: [event.start, event.end].filter(Boolean).join('/') }],
      places: [{ name: event.place, rel: 'event' }],
    }),
    associations: attachments.map((file) => association(origin, statement, file)),
  });
}

/** The same of a statement whose words were taken off the site. */
export const ninjsNotice = (site: SiteFile, origin: string, statement: BareStatement): string =>
  written(common(site, origin, statement));

function common(site: SiteFile, origin: string, statement: PublicStatement | BareStatement) {
  const { language, type, path, reference, edition, firstPublished, lastChange, withdrawn } = statement;
  const name = nameIn(site, language, site.name);
  const contacts = 'contacts' in statement ? statement.contacts : [];
  return {
    standard: {
      name: 'ninjs',
      version: '2.1',
      schema: 'http://www.iptc.org/std/ninjs/ninjs-schema_2.1.json',
    },
    uri: statementUri(origin, statement),
    type: 'text',
    representationtype: 'full',
    profile: type,
    version: String(edition),
    firstcreated: firstPublished,
    versioncreated: withdrawn?.at ?? lastChange,
    pubstatus: withdrawn ? 'canceled' : 'usable',
    ...(withdrawn && { ednote: withdrawn.reason }),
    language,
    genres: [{ name: typeName(site, language, type), literal: type }],
    by: name,
    infosources: [{ name, uri: `${origin}/`, contactinfo: contacts.flatMap(contactInfo) }],
    altids: [{ role: 'reference', value: reference }],
    renditions: [
      { name: 'page', href: origin + path, contenttype: 'text/html' },
      { name: 'text', href: `${origin}${path}index.txt`, contenttype: 'text/plain' },
      { name: 'json', href: `${origin}${path}index.json`, contenttype: 'application/json' },
    ],
  };
}

const contactInfo = ({ label, phone, email, url }: Contact) =>
  Object.entries({ phone, email, web: url }).flatMap(([type, value]) =>
    value ? [{ type, role: 'press', name: label, value }] : [],
  );

function association(origin: string, { path, language }: PublicStatement, file: AttachedFile) {
  const { name, title, alt, mediaType, size } = file;
  const href = origin + filePath(path, file);
  const [kind = ''] = mediaType.split('/');
  const type = isImage(mediaType) ? 'picture' : ['audio', 'video'].includes(kind) ? kind : 'component';
  return {
    name,
    uri: href,
    type,
    language,
    title: title ?? name,
    ...(alt && { descriptions: [{ role: 'alt', value: alt }] }),
    renditions: [{ name: 'original', href, contenttype: mediaType, sizeinbytes: size }],
  };
}

/** Addresses as they lead anywhere from. */
const absolute = (origin: string, body: string): string =>
  body.replaceAll(/ (href|src)="\/(?!\/)/g, ` $1="${origin}/`);

const wordsOf = (text: string, language: string): number =>
  [...new Intl.Segmenter(language, { granularity: 'word' }).segment(text)].filter(
    ({ isWordLike }) => isWordLike,
  ).length;

const written = (file: object): string => `${JSON.stringify(file, null, 1)}\n`;
