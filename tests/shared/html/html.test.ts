import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Html, html, raw } from '../../../shared/html/html.ts';

describe('html', () => {
  it('escapes what is inserted, for text and for quoted attributes', () => {
    expect(String(html`<p title="${`"'`}">${'<b>&</b>'}</p>`)).toBe(
      '<p title="&quot;&#39;">&lt;b&gt;&amp;&lt;/b&gt;</p>',
    );
  });

  it('lets no inserted text open a tag or end an attribute', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => !/[<>"']/.test(String(html`${text}`))));
  });

  it('joins lists, keeps nested HTML as it is, and writes zero', () => {
    expect(String(html`<ul>${['<', html`<li>`, [0]]}</ul>`)).toBe('<ul>&lt;<li>0</ul>');
  });

  it('writes nothing for what is not there', () => {
    expect(String(html`a${undefined}${null}${false}${[]}b`)).toBe('ab');
  });
});

describe('raw', () => {
  it('passes a text through and brands it', () => {
    expect(raw('<i>')).toBeInstanceOf(Html);
    expect(String(html`${raw('<i>')}`)).toBe('<i>');
  });
});
