import { ar } from '../../../shared/labels/ar.ts';
import { en } from '../../../shared/labels/en.ts';
import { es } from '../../../shared/labels/es.ts';
import { fr } from '../../../shared/labels/fr.ts';
import { ru } from '../../../shared/labels/ru.ts';
import { zh } from '../../../shared/labels/zh.ts';
import { type Body, turnsOf } from '../../../shared/markup/body.ts';
import { type Reading, readBody } from '../../../shared/markup/read-body.ts';

const words = new Map(Object.entries({ ar, en, es, fr, ru, zh }));

/** Reads a body as an English transcript of one speaker, unless `changes` say otherwise. */
export function read(body: string, changes: Partial<Reading> = {}): Body {
  const language = changes.language ?? 'en';
  const { question, answer } = words.get(language) ?? en;
  return readBody(body, {
    turns: true,
    speakers: ['Anna Maria Ruiz'],
    title: 'On the survey of the bay',
    language,
    labels: { question, answer },
    ...changes,
  });
}

/** The turns of a body, each as its label and its words. */
export const turnsIn = (body: string, changes: Partial<Reading> = {}): string[][] =>
  turnsOf(read(body, changes)).map(({ label, text }) => [label, text]);
