import { blocksOf, turnsOf } from '../../markup/body.ts';
import { outlineOf } from '../../markup/outline.ts';
import type { SiteFile } from '../../site-file.ts';
import { dayIn } from '../day.ts';
import { readStatement } from '../reading.ts';
import type { Checked } from './check.ts';
import { sourceOf } from './source.ts';

/** What is known of a text before anything is looked up: where the site is, and when it is looked at. */
type Given = Pick<Checked, 'content' | 'excerpt' | 'publicDate' | 'origin' | 'now'>;

/** Reads a text for its checks; what they have to know of other statements comes later. */
export function readForChecks(site: SiteFile, given: Given): Omit<Checked, 'targets' | 'sameTitle'> {
  const { content, now } = given;
  const body = readStatement(site, content);
  const outline = outlineOf(body);
  const hasTurns = site.types.some(({ id, turns }) => id === content.type && turns);
  return {
    ...given,
    outline,
    source: sourceOf(content.body, outline),
    words: blocksOf(body).map(({ text }) => text),
    turns: hasTurns ? turnsOf(body) : undefined,
    today: dayIn(site.timeZone, now),
  };
}
