/**
 * Every cache header of the site, in one place. `s-maxage` is the edge's, `max-age` the browser's.
 *
 * Pages keep few seconds at the edge, so that a correction is everywhere within seconds even if an
 * invalidation is lost; `stale-if-error` keeps the site up when its origin is not
 * (RFC 5861; CloudFront honours both directives).
 */
export const caching = {
  page: 'public, max-age=0, s-maxage=5, stale-while-revalidate=30, stale-if-error=604800',
  list: 'public, max-age=0, s-maxage=2, stale-while-revalidate=10, stale-if-error=604800',
  error: 'public, max-age=0, s-maxage=1',
  never: 'no-store',
} as const;
