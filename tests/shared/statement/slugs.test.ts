import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numberedSlug, slugOf } from '../../../shared/statement/slugs.ts';

const fallback = { type: 'statement', id: '0123456789abcdef0123' };

describe('slugOf', () => {
  it.each([
    ['Minister’s answers to questions', 'ministers-answers-to-questions'],
    ['Заявление для прессы', 'zayavlenie-dlya-pressy'],
    ['Déclaration à la presse', 'declaration-a-la-presse'],
    ['关于开放的声明', 'statement-ef0123'],
    ['../../etc/passwd', 'etc-passwd'],
  ])('makes %s into %s', (title, slug) => {
    expect(slugOf(title, fallback)).toBe(slug);
  });

  it('cuts a long title at a word', () => {
    const slug = slugOf('word '.repeat(60), fallback);
    expect(slug.length).toBeLessThanOrEqual(80);
    expect(slug).toMatch(/^(word-)+word$/);
  });

  it('is always a safe part of an address', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (title) => {
        expect(slugOf(title, fallback)).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      }),
    );
  });
});

it('numbers a slug within its limit', () => {
  expect(numberedSlug('reef', 1)).toBe('reef');
  expect(numberedSlug('reef', 12)).toBe('reef-12');
  expect(numberedSlug('x'.repeat(100), 2)).toHaveLength(100);
});
