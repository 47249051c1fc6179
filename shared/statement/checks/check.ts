import type { Turn } from '../../markup/body.ts';
import type { Outline } from '../../markup/outline.ts';
import type { KeptContent } from '../statement.ts';
import type { Source } from './source.ts';

/** What is asked about: by its code, in plain words, with a JSON pointer into the text and its line, from 1. */
export type Finding = { code: Code; message: string; pointer: string; place?: Place };
export type Place = { line: number; excerpt: string };

/** Every question that a check may ask; those that mislead a reader if they stay are warnings. */
export const codes = {
  'dead-link': 'warning',
  'local-link': 'warning',
  'unusable-link': 'warning',
  'empty-link': 'warning',
  'insecure-link': 'remark',
  'missing-alt': 'warning',
  'skipped-heading': 'remark',
  'silent-speaker': 'remark',
  'unnamed-speaker': 'remark',
  'other-language': 'warning',
  'far-date': 'remark',
  'past-event': 'warning',
  'missing-event': 'remark',
  'known-title': 'warning',
  'empty-excerpt': 'remark',
  'long-excerpt': 'remark',
  placeholder: 'warning',
  'double-space': 'remark',
  'missing-footnote': 'warning',
  'unused-footnote': 'remark',
  'unbalanced-quotes': 'remark',
} as const satisfies Record<string, 'warning' | 'remark'>;
export type Code = keyof typeof codes;

/** What is at an address of a statement on this site. */
export type Target = 'public' | 'withdrawn' | 'not public' | 'nothing';

/** A text as the checks look at it. What they have to know of others was looked up before. */
export type Checked = {
  content: KeptContent;
  excerpt: string;
  source: Source;
  outline: Outline;
  /** The speakers' turns; undefined for a type that has none. */
  turns: Turn[] | undefined;
  /** The words without their dress, block by block. */
  words: string[];
  /** The day that the public text has; undefined for what was never public. */
  publicDate: string | undefined;
  /** The site's day, and the instant. */
  today: string;
  now: Date;
  origin: string;
  /** What is at the statements' addresses that the text leads to, as far as that was looked up. */
  targets: Map<string, Target>;
  /** The path of another statement of this title and language. */
  sameTitle: string | undefined;
};

/** One check: a pure function of the text. */
export type Check = (text: Checked) => Finding[];
