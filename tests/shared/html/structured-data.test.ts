import { describe, expect, it } from 'vitest';
import { structuredData } from '../../../shared/html/structured-data.ts';
import type { PublicStatement } from '../../../shared/statement/public.ts';
import { site, statement } from './sample.ts';

const dataOf = (one: PublicStatement): Record<string, unknown> => {
  const text = String(structuredData(site, site.origin, one));
  return JSON.parse(text.slice(text.indexOf('>') + 1, text.lastIndexOf('<')));
};

describe('structuredData', () => {
  it('describes the statement as a news article of the site', () => {
    expect(dataOf(statement)).toMatchObject({
      '@type': 'NewsArticle',
      headline: 'Survey maps 158 wrecks',
      url: 'https://press.meridian.example/en/2026/05/04/survey-maps-158-wrecks/',
      inLanguage: 'en',
      datePublished: '2026-05-04T09:00:00.000Z',
      publisher: { name: 'Meridian Institute' },
    });
  });

  it('names speakers with their roles, the event, and the correction', () => {
    const data = dataOf({
      ...statement,
      speakers: ['Ana Duarte', { name: 'Tomás Vieira', role: 'Director' }],
      event: { start: '2026-06-02T10:00:00+02:00', place: 'Great Hall' },
      note: 'It is 158.',
    });
    expect(data).toMatchObject({
      contributor: [{ name: 'Ana Duarte' }, { name: 'Tomás Vieira', jobTitle: 'Director' }],
      about: { startDate: '2026-06-02T10:00:00+02:00', location: { name: 'Great Hall' } },
      correction: { text: 'It is 158.' },
    });
  });

  it('says that a statement was withdrawn, when and why', () => {
    const withdrawn = { at: '2026-05-06T15:20:00.000Z', reason: 'The charts were false.', keepText: true };
    expect(dataOf({ ...statement, withdrawn })).toMatchObject({
      creativeWorkStatus: 'Withdrawn',
      correction: { text: 'The charts were false.', datePublished: '2026-05-06T15:20:00.000Z' },
    });
    expect(dataOf(statement)).not.toHaveProperty('creativeWorkStatus');
  });

  it('lets no text end the script element', () => {
    const text = String(structuredData(site, site.origin, { ...statement, title: '</script><b>' }));
    expect(text.match(/</g)).toHaveLength(2);
    expect(dataOf({ ...statement, title: '</script><b>' })).toMatchObject({ headline: '</script><b>' });
  });
});
