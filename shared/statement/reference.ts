/** The pattern of a site's references: `PR/{year}/{number}` makes `PR/2026/142`. */
export const defaultReference = 'PR/{year}/{number}';

/**
 * Whether a pattern gives every reference its own words: it has `{year}` and `{number}` once each, since
 * numbers begin anew each year, and no other brace.
 */
export function isReferencePattern(pattern: string): boolean {
  const rest = pattern.replace('{year}', '').replace('{number}', '');
  return rest.length === pattern.length - '{year}{number}'.length && !/[{}]/.test(rest);
}

/** The reference that a pattern makes of a year and the number within it. */
export const referenceOf = (pattern: string, year: string, number: number): string =>
  pattern.replace('{year}', year).replace('{number}', String(number));
