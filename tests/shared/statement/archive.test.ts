import { describe, expect, it } from 'vitest';
import {
  beginsPage,
  feedPath,
  listPath,
  listsOf,
  pageOf,
  pagesToWrite,
  placesOn,
  scopeOf,
} from '../../../shared/statement/archive.ts';

describe('the lists of a statement', () => {
  it('are everything, its month, its type and each of its topics once', () => {
    const lists = listsOf({ type: 'interview', topics: ['reefs', 'reefs', 'wrecks'], date: '2026-05-04' });
    expect(lists).toEqual(['all', '2026/05', 'type/interview', 'topic/reefs', 'topic/wrecks']);
    expect(lists.map(scopeOf)).toEqual([
      { kind: 'all', of: '' },
      { kind: 'month', of: '2026-05' },
      { kind: 'type', of: 'interview' },
      { kind: 'topic', of: 'reefs' },
      { kind: 'topic', of: 'wrecks' },
    ]);
  });

  it('have addresses that can be written in any letter', () => {
    expect(listPath('en', 'all')).toBe('/en/all/');
    expect(listPath('en', 'all', 3)).toBe('/en/all/3/');
    expect(listPath('en', '2026/05', 3)).toBe('/en/2026/05/page-3/');
    expect(listPath('ru', 'topic/море', 1)).toBe('/ru/topic/%D0%BC%D0%BE%D1%80%D0%B5/1/');
    expect(feedPath('en', 'all', 'atom')).toBe('/en/feed.atom');
    expect(feedPath('en', 'type/interview', 'rss')).toBe('/en/type/interview/feed.rss');
  });
});

describe('the pages of a list', () => {
  it.each([
    [1, 1],
    [50, 1],
    [51, 2],
    [100, 2],
  ])('have place %i on page %i', (place, page) => {
    expect(pageOf(place)).toBe(page);
    const [first, last] = placesOn(page);
    expect(place >= first && place <= last).toBe(true);
    expect(beginsPage(place)).toBe(place === first);
  });

  it.each([
    [[1], 49, []],
    [[1], 50, [1]],
    [[51], 51, []],
    [[50], 50, [1]],
    [[100], 100, [1, 2]],
    [[100, 73, 7], 130, [1, 2]],
  ])('to be written for places %j of %i are %j', (places, last, pages) => {
    expect(pagesToWrite(places, last)).toEqual(pages);
  });
});
