import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bodyHtml } from '../../../shared/markup/body-html.ts';
import { hostileBody } from './hostile.ts';
import { read } from './sample.ts';

describe('bodyHtml', () => {
  it('puts each turn into a section of its own, with an anchor and its label in front of its words', () => {
    const html = bodyHtml(read('Before.\n\nQ: *One*?\n\nTwo.\n\n**Anna Maria Ruiz:** Three.'));
    expect(html.replaceAll('\n', '')).toBe(
      '<p>Before.</p>' +
        '<section class="turn question" id="turn-1"><a class="turn-link" href="#turn-1" aria-label="Q, 1">#</a>' +
        '<p><b class="label">Q:</b> <em>One</em>?</p><p>Two.</p></section>' +
        '<section class="turn speaker" id="turn-2">' +
        '<a class="turn-link" href="#turn-2" aria-label="Anna Maria Ruiz, 2">#</a>' +
        '<p><b class="label">Anna Maria Ruiz:</b> Three.</p></section>',
    );
  });

  it('escapes labels', () => {
    const html = bodyHtml(read('A&"B": one', { speakers: ['A&"B"'] }));
    expect(html).toContain('aria-label="A&amp;&quot;B&quot;, 1"');
    expect(html).toContain('<b class="label">A&amp;&quot;B&quot;:</b>');
  });

  it('says the same each time it is asked', () => {
    const body = read('Q: One[^1]?\n\n[^1]: Note.');
    expect(bodyHtml(body)).toBe(bodyHtml(body));
  });
});

const tag = /<(\/?)([a-z][a-z0-9]*)((?: [a-z-]+="[^"<>]*")*)>/g;
const attribute = / ([a-z-]+)="([^"]*)"/g;
const attributes = new Set(['aria-label', 'class', 'dir', 'href', 'id', 'start', 'tabindex', 'title']);
const unclosed = new Set(['br', 'hr']);
const elements = new Set([
  ...['a', 'b', 'blockquote', 'br', 'code', 'div', 'em', 'h2', 'h3', 'h4', 'h5', 'h6', 'hr', 'li', 'ol', 'p'],
  ...['pre', 's', 'section', 'strong', 'sup', 'table', 'tbody', 'td', 'th', 'thead', 'tr', 'ul'],
]);

/** What of an HTML text is not plain, allowed and well nested; nothing if all is well. */
function faults(html: string): string[] {
  const found: string[] = [];
  const open: string[] = [];
  for (const [whole, closes, name = '', given = ''] of html.matchAll(tag)) {
    if (!elements.has(name)) found.push(`element ${whole}`);
    for (const [, key = '', value = ''] of given.matchAll(attribute)) {
      if (!attributes.has(key)) found.push(`attribute ${whole}`);
      if (key === 'href' && !/^(?:https?:\/\/|mailto:|tel:|\/(?![/\\])|#)/i.test(value))
        found.push(`link ${whole}`);
    }
    if (unclosed.has(name)) continue;
    if (!closes) open.push(name);
    else if (open.pop() !== name) found.push(`nesting ${whole}`);
  }
  if (open.length > 0) found.push(`unclosed ${open.join()}`);
  if (/[<>]/.test(html.replaceAll(tag, ''))) found.push('a bracket outside a tag');
  return found;
}

it.each([
  ['[words]()', '<p>words</p>'],
  ['![words]()', '<p>words</p>'],
  ['![]()', '<p></p>'],
])('has no link that leads nowhere: %s', (text, html) => {
  expect(bodyHtml(read(text)).trim()).toBe(html);
});

describe('attachment:ID', () => {
  const files = {
    chart: { address: '/en/2026/05/04/reef/files/chart/reef.png', isImage: true },
    report: { address: '/en/2026/05/04/reef/files/report/reef.pdf', isImage: false },
  };
  it.each([
    [
      '![A *chart*](attachment:chart)',
      '<p><img src="/en/2026/05/04/reef/files/chart/reef.png" alt="A chart"></p>',
    ],
    ['![Report](attachment:report)', '<p><a href="/en/2026/05/04/reef/files/report/reef.pdf">Report</a></p>'],
    ['[Report](attachment:report)', '<p><a href="/en/2026/05/04/reef/files/report/reef.pdf">Report</a></p>'],
    ['![Chart](attachment:nobody) [Report](attachment:constructor)', '<p>Chart Report</p>'],
  ])('stands for a file that goes with the text: %s', (text, html) => {
    expect(bodyHtml(read(text, { files })).trim()).toBe(html);
  });

  it('is the words alone where no file is known', () => {
    expect(bodyHtml(read('![Chart](attachment:chart)')).trim()).toBe('<p>Chart</p>');
  });
});

describe('the HTML of any text', () => {
  it('has known elements, attributes and links alone, and is well nested', () => {
    fc.assert(
      fc.property(hostileBody, fc.boolean(), (text, turns) => {
        expect(faults(bodyHtml(read(text, { turns })))).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '[a](javascript:alert(1))',
    '[a](&#106;avascript:alert(1))',
    '[a](java\nscript:alert(1))',
    '<javascript:alert(1)>',
    '[a](data:text/html,x)',
    '[a](//evil.example)',
    '![a](javascript:alert(1))',
    '[a][b]\n\n[b]: javascript:alert(1)',
    '[a](https://a.example/"onclick="x)',
    '[a](/x "\\" onclick=\\"x")',
    'Q" onclick="x: one\n\nQ" onclick="x: two',
    '```js" onclick="x\ncode\n```',
  ])('is safe for %j', (text) => {
    expect(faults(bodyHtml(read(text)))).toEqual([]);
  });

  it('sets no style on a table’s cells, which the site’s CSP would refuse', () => {
    expect(faults(bodyHtml(read('|a|b|\n|:-|-:|\n|1|2|')))).toEqual([]);
  });
});
