import { describe, expect, it } from 'vitest';
import { parser } from '../../../shared/markup/parser.ts';

const html = (markdown: string) => parser.render(markdown).trim();

describe('parser', () => {
  it('shows raw HTML as text', () => {
    expect(html('<b>x</b>')).toBe('<p>&lt;b&gt;x&lt;/b&gt;</p>');
    expect(html('<div>\n\n*x*')).toBe('<p>&lt;div&gt;</p>\n<p><em>x</em></p>');
  });

  it('takes an indented paragraph for a paragraph, and keeps fenced code', () => {
    expect(html('    One *two*.\n\n\tThree.')).toBe('<p>One <em>two</em>.</p>\n<p>Three.</p>');
    expect(html('```\n<one>\n```')).toBe('<pre><code>&lt;one&gt;\n</code></pre>');
  });

  it('leaves words as they were written', () => {
    expect(html("“a” -- (c) ... 'b' +-")).toBe("<p>“a” -- (c) ... 'b' +-</p>");
  });

  it('sets headings below the page’s own', () => {
    expect(html('# One\n\n## Two\n\n###### Six')).toBe('<h2>One</h2>\n<h3>Two</h3>\n<h4>Six</h4>');
    expect(html('## One\n\n### Two\n\n## Three')).toBe('<h2>One</h2>\n<h3>Two</h3>\n<h2>Three</h2>');
  });

  it.each([
    'https://a.example/',
    'http://a.example/',
    'mailto:a@b.example',
    'tel:+351800',
    '/en/',
    '#turn-1',
  ])('links to %s', (target) => {
    expect(html(`[a](${target})`)).toBe(`<p><a href="${target}">a</a></p>`);
  });

  it.each([
    'javascript:x',
    'JavaScript:x',
    'data:x',
    'vbscript:x',
    'file:///x',
    '//a.example',
    'a.html',
    'ftp://a',
  ])('leaves a link to %s text', (target) => {
    expect(html(`[a](${target})`)).toBe(`<p>[a](${target})</p>`);
  });

  it('links bare addresses of the web, and guesses no others', () => {
    expect(html('See https://a.example/x.')).toBe(
      '<p>See <a href="https://a.example/x">https://a.example/x</a>.</p>',
    );
    expect(html('www.a.example a.example 10.0.0.1 a@b.example')).not.toContain('<a');
  });

  it('makes a link of an image, so that no other site is asked', () => {
    expect(html('![A chart](https://a.example/x.png)')).toBe(
      '<p><a href="https://a.example/x.png">A chart</a></p>',
    );
    expect(html('![](/files/x.png)')).toBe('<p><a href="/files/x.png">/files/x.png</a></p>');
    expect(html('[![A chart](/x.png)](/y/)')).toBe('<p><a href="/y/">A chart</a></p>');
    expect(html('![A *fine* chart](/x.png)')).toBe('<p><a href="/x.png">A fine chart</a></p>');
  });

  it('lets a wide table be scrolled, with the keyboard too', () => {
    expect(html('|a|\n|-|\n|b|')).toMatch(/^<div [^>]*tabindex="0"[^>]*>\n<table>[\s\S]*<\/table>\n<\/div>$/);
  });

  it('has footnotes', () => {
    const text = html('One[^n].\n\n[^n]: Two.');
    expect(text).toContain('<a href="#fn1" id="fnref1">[1]</a>');
    expect(text).toContain('<li id="fn1" class="footnote-item"><p>Two.');
  });
});
