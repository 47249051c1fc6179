import { describe, expect, it } from 'vitest';
import { notFoundPage } from '../../../shared/html/not-found-page.ts';
import { frame } from './sample.ts';

describe('notFoundPage', () => {
  it('says what is wrong and leads home, in the language asked for', () => {
    const text = notFoundPage({ ...frame, language: 'fr' });
    expect(text).toContain('<h1>Il n’y a rien à cette adresse</h1>');
    expect(text).toContain('<a href="/fr/">Aller à la page d’accueil</a>');
  });

  it('leads to the other languages, and is not for search engines', () => {
    const text = notFoundPage(frame);
    expect(text).toContain('<a href="/ar/" lang="ar"');
    expect(text).toContain('noindex');
  });

  it('keeps a place, unseen, for the latest events that the script brings', () => {
    expect(notFoundPage(frame)).toContain('<section id="latest" hidden></section>');
  });
});
