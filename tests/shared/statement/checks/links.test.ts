import { describe, expect, it } from 'vitest';
import { askedOf, checked } from './checking.ts';

describe('links', () => {
  const dead = '/en/2026/04/01/never/';
  const targets = new Map([
    [dead, 'nothing' as const],
    ['/en/2026/04/02/soon/', 'not public' as const],
    ['/en/2026/04/03/gone/', 'withdrawn' as const],
    ['/en/2026/04/04/there/', 'public' as const],
  ]);
  const ask = (body: string) =>
    checked({ body }, { targets }).map(({ code, message, place }) => [code, message, place?.line]);

  it('to this site’s own statements lead somewhere', () => {
    const body = `See [one](${dead}), [two](https://press.example${dead}changes/),\n[three](/en/2026/04/02/soon/) and [four][4].

[Five](/en/2026/04/04/there/), [six](/en/all/) and https://other.example${dead} are well.

[4]: /en/2026/04/03/gone/editions/1/`;
    expect(ask(body)).toEqual([
      ['dead-link', 'The link “one” leads to an address of this site that no statement has or had.', 1],
      ['dead-link', 'The link “two” leads to an address of this site that no statement has or had.', 1],
      ['dead-link', 'The link “three” leads to a statement that is not public yet.', 2],
      ['dead-link', 'The link “four” leads to a statement that was withdrawn.', 2],
    ]);
  });

  it.each([
    ['[a](http://harbour.example/)', ['insecure-link 1']],
    ['<http://harbour.example/>', ['insecure-link 1']],
    ['[a](http://localhost:4000/en/)', ['local-link 1']],
    ['https://192.168.0.7/x', ['local-link 1']],
    ['[a](https://intranet.local/x)', ['local-link 1']],
    ['[a]()', ['empty-link 1']],
    ['[a](#)', ['empty-link 1']],
    ['[](https://harbour.example/)', ['empty-link 1']],
    ['[a](www.harbour.example)', ['unusable-link 1']],
    ['[a](file:///C:/draft.docx)', ['unusable-link 1']],
    ['![](https://harbour.example/map.png)', ['missing-alt 1']],
    ['![A map](https://harbour.example/map.png)', []],
    ['`[a]()` and\n\n```\n[b](http://c.example/)\n![](d)\n```\n', []],
    ['\\[a](b)', []],
    ['mailto:press@press.example and [call](tel:+351800)', []],
    ['[turn](#turn-2)', []],
  ])('of %s: %j', (link, asked) => {
    expect(askedOf(`Words. ${link}`)).toEqual(asked);
  });
});
