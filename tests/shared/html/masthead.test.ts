import { describe, expect, it } from 'vitest';
import { masthead } from '../../../shared/html/masthead.ts';
import { frame, site } from './sample.ts';

describe('masthead', () => {
  it('names the site, as the way to the front page', () => {
    expect(String(masthead(frame, []))).toContain('<a href="/en/">Meridian Institute</a>');
  });

  it('shows what each clock is from UTC, which the script turns into the time', () => {
    expect(String(masthead(frame, []))).toContain('Lisbon <span data-clock="Europe/Lisbon">UTC+1</span>');
  });

  it('leaves the place of the date empty: only the script knows what day it is', () => {
    expect(String(masthead(frame, []))).toContain('<p class="today" data-today="Europe/Lisbon"></p>');
  });

  it('leads to the same page in another language, else to that language’s front page', () => {
    const text = String(masthead(frame, [{ language: 'fr', path: '/fr/x/' }]));
    expect(text).toContain('<a href="/fr/x/" lang="fr" hreflang="fr">Français</a>');
    expect(text).toContain('<a href="/ar/" lang="ar" hreflang="ar">العربية</a>');
    expect(text).toContain('<span lang="en" aria-current="true">English</span>');
  });

  it('has no switch where there is one language, no clocks where there are none', () => {
    const alone = { ...site, languages: site.languages.slice(0, 1), clocks: [] };
    expect(String(masthead({ ...frame, site: alone }, []))).not.toMatch(/<nav|data-clock/);
  });
});
