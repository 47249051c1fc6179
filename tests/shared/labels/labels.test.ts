import { describe, expect, it } from 'vitest';
import { ar } from '../../../shared/labels/ar.ts';
import { en } from '../../../shared/labels/en.ts';
import { es } from '../../../shared/labels/es.ts';
import { fr } from '../../../shared/labels/fr.ts';
import { labelsOf, nameIn, typeName } from '../../../shared/labels/labels.ts';
import { ru } from '../../../shared/labels/ru.ts';
import { zh } from '../../../shared/labels/zh.ts';
import { parseSiteFile } from '../../../shared/site-file.ts';

const siteWith = (code: string, labels: Record<string, string | string[]> = {}, more: object = {}) =>
  parseSiteFile({
    id: 'meridian',
    name: { [code]: 'Meridian' },
    languages: [{ code, name: code, labels }],
    timeZone: 'UTC',
    origin: 'https://press.meridian.example',
    from: 'press@meridian.example',
    ...more,
  });

describe('the built-in words', () => {
  it.each(Object.entries({ ar, es, fr, ru, zh }))('has no English left in %s', (_, labels) => {
    const same = Object.entries(labels).filter(
      ([key, word]) => word === new Map<string, unknown>(Object.entries(en)).get(key),
    );
    const alike = ['contacts', 'original', 'page', 'pages'];
    expect(same.map(([key]) => key).filter((key) => !alike.includes(key))).toEqual([]);
  });

  it.each(Object.entries({ ar, en, es, fr, ru, zh }))('asks and answers in %s', (_, { question, answer }) => {
    expect(question.length).toBeGreaterThan(0);
    expect(answer.filter((word) => question.includes(word))).toEqual([]);
  });
});

describe('labelsOf', () => {
  it('reads a regional code as its language, and an unknown one as English', () => {
    expect(labelsOf(siteWith('fr-CA'), 'fr-CA').latest).toBe('Dernières actualités');
    expect(labelsOf(siteWith('nl'), 'nl').latest).toBe('Latest events');
  });

  it('takes the words of the site file, one by one', () => {
    const labels = labelsOf(siteWith('en', { latest: 'News', question: ['Press'] }), 'en');
    expect(labels.latest).toBe('News');
    expect(labels.question).toEqual(['Press']);
    expect(labels.answer).toEqual(['Answer', 'A']);
  });

  it('makes a list of a single word and passes over a list in the place of a word', () => {
    const labels = labelsOf(siteWith('en', { answer: 'Reply', latest: ['a', 'b'] }), 'en');
    expect(labels.answer).toEqual(['Reply']);
    expect(labels.latest).toBe('Latest events');
  });
});

describe('typeName', () => {
  it('is built in, the site’s own, or the id in plain words', () => {
    const types = [{ id: 'interview' }, { id: 'photo-call' }, { id: 'speech', names: { en: 'Address' } }];
    const site = siteWith('en', {}, { types });
    expect(typeName(site, 'en', 'interview')).toBe('Interview');
    expect(typeName(site, 'en', 'photo-call')).toBe('photo call');
    expect(typeName(site, 'en', 'speech')).toBe('Address');
  });

  it('never takes the words of a list for a name', () => {
    expect(typeName(siteWith('en', {}, { types: [{ id: 'question' }] }), 'en', 'question')).toBe('question');
  });
});

describe('nameIn', () => {
  it('falls back to the site’s first language', () => {
    expect(nameIn(siteWith('en'), 'fr', { en: 'Lisbon' })).toBe('Lisbon');
  });
});
