import { defineConfig } from 'vitest/config';

/** What functions read from their environment, for tests that import them. */
const env = {
  TABLE_NAME: 'table',
  SEARCH_TABLE: 'search',
  SITE_BUCKET: 'site',
  UPLOADS_BUCKET: 'uploads',
  UPLOADS_URL: 'https://uploads.s3.us-east-1.amazonaws.com',
  BUS_NAME: 'bus',
  DISTRIBUTION: 'edge',
  RELEASE_QUEUE: 'https://sqs.us-east-1.amazonaws.com/1/release',
  ORIGIN: 'https://press.example',
  STYLE_PATH: '/assets/site-STYLE.css',
  SCRIPT_PATH: '/assets/site-SCRIPT.js',
  AWS_REGION: 'us-east-1',
  AWS_ACCESS_KEY_ID: 'test',
  AWS_SECRET_ACCESS_KEY: 'test',
  POWERTOOLS_DEV: 'false',
  POWERTOOLS_METRICS_DISABLED: 'true',
  POWERTOOLS_METRICS_NAMESPACE: 'Communique',
  POWERTOOLS_LOG_LEVEL: 'SILENT',
};

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/stack/**', 'tests/browser/**'],
          env,
          testTimeout: 20_000,
        },
      },
      {
        test: {
          name: 'stack',
          include: ['tests/stack/**/*.test.ts', 'tests/browser/**/*.test.ts'],
          // Each file starts a stack of its own, and two cores carry one at a time.
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
