import slugify from 'slugify';
import { limits } from './content.ts';

/** The longest slug made from a title, in characters: an address should still be one line in a letter. */
const madeSlugCharacters = 80;

/**
 * A slug for a title: transliterated, lower-case, cut at a word. A title that leaves nothing (Chinese, say)
 * takes the statement's type and the end of its id.
 */
export function slugOf(title: string, fallback: { type: string; id: string }): string {
  const words = title.replaceAll(/['’]/g, '').replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, ' ');
  const whole = slugify(words, { lower: true, strict: true });
  const start = whole.slice(0, madeSlugCharacters + 1);
  const cut =
    start.length > madeSlugCharacters
      ? start.slice(0, start.lastIndexOf('-')) || whole.slice(0, madeSlugCharacters)
      : start;
  return cut || `${fallback.type}-${fallback.id.slice(-6)}`;
}

/** The `n`th candidate for a slug: `slug`, `slug-2`, `slug-3`… within the limit of a slug's length. */
export function numberedSlug(slug: string, n: number): string {
  if (n === 1) return slug;
  const suffix = `-${n}`;
  return slug.slice(0, limits.slugCharacters - suffix.length) + suffix;
}
