import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countTurns } from '../../../shared/markup/body.ts';
import { bodyHtml } from '../../../shared/markup/body-html.ts';
import { bodyText } from '../../../shared/markup/body-text.ts';
import { excerptOf } from '../../../shared/markup/excerpt.ts';
import { hostileBody } from './hostile.ts';
import { read } from './sample.ts';

function readWhole(text: string): void {
  const body = read(text);
  bodyHtml(body);
  bodyText(body);
  excerptOf({ body, title: 'The survey', language: 'en', summary: undefined });
}

describe('readBody', () => {
  it('reads any text without failing', () => {
    fc.assert(fc.property(hostileBody, readWhole), { numRuns: 500 });
  });

  it('reads a text the same each time, whatever it read before', () => {
    const text = 'Q: One? A: Two.\n\nAnna Maria Ruiz: Three.';
    const before = bodyHtml(read(text));
    read('Journalist: One?\n\nJournalist: Two?');
    expect(bodyHtml(read(text))).toBe(before);
  });

  it('reads a thousand turns', () => {
    expect(countTurns(read('Q: Why? A: Because.\n\n'.repeat(500)))).toBe(1000);
  });

  /**
   * A slow reading is an outage for the price of one request. The bound is far above what these take (under
   * 0.3 s) and far below what a rule that goes over the text once for each of its characters takes.
   */
  it.each([
    ['spaces', `a${' '.repeat(8_000)}b`],
    ['short lines', 'a\n'.repeat(50_000)],
    ['labels', 'Q: a\n'.repeat(20_000)],
    ['questions and answers in one paragraph', 'Q: a? A: b. '.repeat(8_000)],
    ['code and sentences', 'a. `b` '.repeat(14_000)],
    ['link targets that never end', ']('.repeat(50_000)],
    ['links that never end', '[a]('.repeat(25_000)],
    ['tags that never end', 'a<'.repeat(50_000)],
    ['backticks', `a${'`'.repeat(50_000)}`],
    ['quotations in quotations', '>'.repeat(100_000)],
    ['brackets', '['.repeat(50_000)],
    ['emphasis', '*a **b '.repeat(14_000)],
    ['initials', 'A. '.repeat(33_000)],
    ['one sentence', 'word '.repeat(20_000)],
    ['colons', 'a: '.repeat(33_000)],
  ])('reads long texts of %s within two seconds', (_, text) => {
    const start = performance.now();
    readWhole(text);
    expect(performance.now() - start).toBeLessThan(2_000);
  });
});
