import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contrast, grounds, themeCss } from '../../../shared/html/theme.ts';
import { site } from './sample.ts';

const base = readFileSync(new URL('../../../shared/html/assets/base.css', import.meta.url), 'utf8');
const colour = fc.integer({ min: 0, max: 0xffffff }).map((n) => `#${n.toString(16).padStart(6, '0')}`);
const tonesOf = (accent: string) =>
  [...themeCss({ ...site, theme: { accent } }).matchAll(/--accent:(#[0-9a-f]{6})/g)].map(
    (match) => match[1] ?? '',
  );
/** The values of a custom property in the sheet: the light scheme's, then the dark one's. */
const inSheet = (name: string) =>
  [...base.matchAll(new RegExp(`--${name}: (#[0-9a-f]{6});`, 'g'))].map((match) => match[1] ?? '');

describe('themeCss', () => {
  it('keeps an accent that can be read', () => {
    expect(tonesOf('#14506b')[0]).toBe('#14506b');
  });

  it('makes every accent readable on the light and on the dark ground', () => {
    fc.assert(
      fc.property(colour, (accent) => {
        const [light = '', dark = ''] = tonesOf(accent);
        return contrast(light, grounds.light) >= 4.5 && contrast(dark, grounds.dark) >= 4.5;
      }),
    );
  });

  it('measures against the tinted grounds of the style sheet, from which paper is further still', () => {
    expect(inSheet('tint')).toEqual([grounds.light, grounds.dark]);
    const [lightPaper = '', darkPaper = ''] = inSheet('paper');
    expect(contrast(lightPaper, '#000000')).toBeGreaterThan(contrast(grounds.light, '#000000'));
    expect(contrast(darkPaper, '#ffffff')).toBeGreaterThan(contrast(grounds.dark, '#ffffff'));
  });
});

describe('the style sheet', () => {
  it('has ink and soft ink that can be read on both grounds', () => {
    for (const name of ['ink', 'soft']) {
      const [light = '', dark = ''] = inSheet(name);
      expect(contrast(light, grounds.light)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(dark, grounds.dark)).toBeGreaterThanOrEqual(4.5);
    }
  });
});

describe('contrast', () => {
  it('is 21 between black and white, 1 between equals, in either order', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
    expect(contrast('#ffffff', '#000000')).toBeCloseTo(21);
    expect(contrast('#14506b', '#14506b')).toBe(1);
  });
});
