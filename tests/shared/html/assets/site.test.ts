import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const folder = new URL('../../../../shared/html/assets/', import.meta.url);
const sheets = readdirSync(folder).filter((name) => name.endsWith('.css'));

describe('the style sheets', () => {
  it.each(sheets)('serve both directions of writing: %s', (name) => {
    const physical =
      /(margin|padding|border|inset|scroll-\w+)-(left|right|top|bottom)|[;{]\s*(left|right|top|bottom|width|height):|: (left|right);|(margin|padding|inset): (\S+ ){3}\S+;/;
    expect(readFileSync(new URL(name, folder), 'utf8')).not.toMatch(physical);
  });

  it.each(sheets)('fetch nothing: %s', (name) => {
    expect(readFileSync(new URL(name, folder), 'utf8')).not.toMatch(/url\(|https?:|@font-face/);
  });

  it('are all taken in by site.css, print last', () => {
    const imports = readFileSync(new URL('site.css', folder), 'utf8').match(/[a-z]+\.css(?=")/g) ?? [];
    expect([...imports, 'site.css'].sort()).toEqual(sheets.sort());
    expect(imports.at(-1)).toBe('print.css');
  });
});
