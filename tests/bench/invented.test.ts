import { describe, expect, it } from 'vitest';
import { inventedStatement } from '../../bench/load/invented.ts';
import { progressBar } from '../../infra/command/progress.ts';
import { turnsOf } from '../../shared/markup/body.ts';
import { Content } from '../../shared/statement/content.ts';
import { readStatement } from '../../shared/statement/reading.ts';
import { site } from '../shared/html/sample.ts';

const now = new Date('2026-05-04T10:00:00Z');
const some = Array.from({ length: 60 }, (_, n) => inventedStatement(site, 1, n, now));

describe('an invented statement', () => {
  it('is one that the API takes, whatever its number', () => {
    for (const statement of some) expect(Content.safeParse(statement).error).toBeUndefined();
  });

  it('is the same by the same seed, and another one by another', () => {
    expect(inventedStatement(site, 1, 7, now)).toEqual(some[7]);
    expect(inventedStatement(site, 2, 7, now)).not.toEqual(some[7]);
  });

  it('has turns where its type has them', () => {
    const ofType = (type: string) => some.find((one) => one.type === type && one.language === 'en');
    const { attachments: _, ...read } = Content.parse(ofType('interview'));
    expect(turnsOf(readStatement(site, read)).length).toBeGreaterThan(4);
    expect(new Set(some.map(({ type }) => type)).size).toBeGreaterThan(4);
    expect(new Set(some.map(({ language }) => language))).toEqual(new Set(['en', 'fr', 'ar']));
  });
});

describe('a progress bar', () => {
  it('grows on a terminal, and is a line at each tenth elsewhere', () => {
    const drawn = (isTTY: boolean) => {
      const written: string[] = [];
      const bar = progressBar(20, 'pages', { isTTY, write: (text: string) => written.push(text) } as never);
      for (let n = 1; n <= 20; n++) bar(n);
      return written;
    };
    expect(drawn(false)).toHaveLength(10);
    expect(drawn(true).at(-2)).toContain(`${'█'.repeat(30)}] 20 of 20 pages`);
  });
});
