/** What every function finds in its environment; the values matter neither to an import nor to a rendering. */
export const functionEnv = {
  ...process.env,
  AWS_REGION: 'us-east-1',
  TABLE_NAME: 'table',
  SITE_BUCKET: 'bucket',
  UPLOADS_BUCKET: 'uploads',
  UPLOADS_URL: 'http://localhost',
  SEARCH_TABLE: 'search',
  BUS_NAME: 'bus',
  DISTRIBUTION: 'edge',
  RELEASE_QUEUE: 'http://localhost/queue',
  ORIGIN: 'http://localhost',
  STYLE_PATH: '/style.css',
  SCRIPT_PATH: '/script.js',
};
