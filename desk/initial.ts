import type { Read } from './api.ts';
import type { Config } from './config.ts';
import { eventFields } from './event-time.ts';
import { type Values, valuesOf } from './values.ts';

/** The form's values for a statement: of its work copy, else of what is public. */
export function valuesIn({ statement: { live, work } }: Read, { site }: Config): Values {
  const part = work ?? live;
  if (!part) throw new Error('A statement has a live or a work part');
  return valuesOf(part, site.timeZone);
}

/** A new statement's values: the site's first type and language, and today where the site is. */
export function emptyValues({ site }: Config): Values {
  return {
    type: site.types[0]?.id ?? '',
    language: site.languages[0]?.code ?? '',
    date: new Date().toLocaleDateString('sv', { timeZone: site.timeZone }),
    title: '',
    summary: '',
    topics: '',
    speakers: '',
    body: '',
    slug: '',
    delivery: '',
    contacts: '',
    ...eventFields(undefined, site.timeZone),
  };
}
