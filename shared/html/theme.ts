import type { SiteFile } from '../site-file.ts';

/**
 * What the accent colour is read against: the darkest light ground and the lightest dark ground of
 * `assets/site.css`, in sRGB.
 */
export const grounds = { light: '#f3f1ec', dark: '#24272b' } as const;

/** The least contrast of small text to its ground: WCAG 2.2, success criterion 1.4.3. */
const leastContrast = 4.5;

/**
 * The site's own part of the style sheet, to be put before `assets/site.css`: the accent colour as
 * `--accent`, darkened for the light scheme and lightened for the dark one as far as it takes to be read.
 */
export function themeCss(site: SiteFile): string {
  const { accent } = site.theme;
  const light = readable(accent, grounds.light, '#000000');
  const dark = readable(accent, grounds.dark, '#ffffff');
  return `:root{--accent:${light}}@media screen and (prefers-color-scheme:dark){:root{--accent:${dark}}}\n`;
}

/** The contrast ratio of two colours such as `#14506b`, from 1 to 21, as WCAG 2.2 defines it. */
export function contrast(one: string, other: string): number {
  const [darker, lighter] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return ((lighter ?? 0) + 0.05) / ((darker ?? 0) + 0.05);
}

/** The colour mixed with as little black or white as gives it enough contrast to the ground. */
function readable(colour: string, ground: string, towards: string): string {
  const steps = Array.from({ length: 21 }, (_, step) => mix(colour, towards, step / 20));
  return steps.find((tone) => contrast(tone, ground) >= leastContrast) ?? towards;
}

const channels = (colour: string): number[] =>
  [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));

function mix(colour: string, other: string, share: number): string {
  const others = channels(other);
  const mixed = channels(colour).map((value, i) =>
    Math.round(value + ((others[i] ?? value) - value) * share),
  );
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

/** Relative luminance: https://www.w3.org/TR/WCAG22/#dfn-relative-luminance. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = channels(colour).map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
