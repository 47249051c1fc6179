import { caching } from '../../shared/caching.ts';
import { calendar, calendarType } from '../../shared/calendar.ts';
import { frameOf } from '../../shared/frame.ts';
import { withdrawnPage } from '../../shared/html/withdrawn-page.ts';
import { besideObject, pageObject } from '../../shared/keys.ts';
import { renderStatement } from '../../shared/rendering.ts';
import { type SiteObject, textObjects } from '../../shared/site.ts';
import type {
  BareStatement,
  PublicListing,
  PublicStatement,
  Replacement,
} from '../../shared/statement/public.ts';
import type { PublicEdition } from '../../shared/statement/public-acts.ts';
import type { Translation } from '../../shared/statement/translations.ts';
import { site } from '../../shared/this-site.ts';
import { jsonFile, noticeJson } from './json-file.ts';
import { ninjsFile, ninjsNotice } from './ninjs-file.ts';
import { noticeText, textFile } from './text-file.ts';

const object = textObjects(caching.page);

/** What the files of any statement are made with: the newest listings, the instant, what replaces it. */
export type Surroundings = {
  origin: string;
  latest: PublicListing[];
  now: Date;
  replacement: Replacement | undefined;
  /** The other languages of the statement that have something public. */
  translations: Translation[];
};

/** A statement's page and the files beside it: its newest edition, below the notice if it was withdrawn. */
export function statementObjects(
  statement: PublicStatement,
  { origin, edition, ...surroundings }: Surroundings & { edition: PublicEdition | undefined },
): SiteObject[] {
  const { replacement, translations } = surroundings;
  const { page, read } = renderStatement(statement, { ...surroundings, edition });
  return objectsOf(statement.path, {
    page,
    json: jsonFile(origin, statement, read, { replacement, translations }),
    ninjs: ninjsFile(site, origin, statement, read),
    text: textFile(site, origin, statement, read, { edition, replacement }),
    event: statement.event && calendar({ site, origin, language: statement.language }, [statement]),
  });
}

/** The same of a statement whose words were taken off the site. `digest` is the salted one of its newest edition. */
export function noticeObjects(
  statement: BareStatement,
  digest: string | undefined,
  { origin, latest, now, replacement, translations }: Surroundings,
): SiteObject[] {
  const frame = frameOf(statement.language, now);
  return objectsOf(statement.path, {
    page: withdrawnPage({ ...frame, statement, replacement, latest, translations }),
    json: noticeJson(origin, statement, { replacement, translations, digest }),
    ninjs: ninjsNotice(site, origin, statement),
    text: noticeText(site, origin, statement, replacement),
  });
}

type Files = Record<'page' | 'json' | 'ninjs' | 'text', string> & { event?: string | undefined };
const objectsOf = (path: string, { page, json, ninjs, text, event }: Files) => [
  object(pageObject(path), 'text/html', page),
  object(besideObject(path, 'index.json'), 'application/json', json),
  object(besideObject(path, 'ninjs.json'), 'application/json', ninjs),
  object(besideObject(path, 'index.txt'), 'text/plain', text),
  ...(event ? [object(besideObject(path, 'event.ics'), calendarType, event)] : []),
];
