/**
 * Every cache header of the site, in one place. `s-maxage` is the edge's, `max-age` the browser's.
 *
 * Pages keep few seconds at the edge, so that a correction is everywhere within seconds even if an
 * invalidation is lost; `stale-if-error` keeps the site up when its origin is not
 * (RFC 5861; CloudFront honours both directives).
 *
 * An edition never changes but for the line that says what came after it. It may have to go, though, with a
 * withdrawal: so it keeps a minute at the edge, and nothing in browsers.
 *
 * A file never changes: its address has its upload's id. It may have to go as well, so that a browser keeps it for
 * minutes, which spares what a reader of the page loads twice.
 *
 * A former address leads to the new one for ever, but a statement may return to it: a browser that kept the
 * answer would then go in circles.
 */
export const caching = {
  page: 'public, max-age=0, s-maxage=5, stale-while-revalidate=30, stale-if-error=604800',
  edition: 'public, max-age=0, s-maxage=60, stale-while-revalidate=30, stale-if-error=604800',
  file: 'public, max-age=300, s-maxage=60, stale-while-revalidate=30, stale-if-error=604800',
  list: 'public, max-age=0, s-maxage=2, stale-while-revalidate=10, stale-if-error=604800',
  moved: 'public, max-age=0, s-maxage=5',
  error: 'public, max-age=0, s-maxage=1',
  never: 'no-store',
} as const;
