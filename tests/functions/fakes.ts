import { afterEach, beforeEach } from 'vitest';
import { fakeBucket } from './fake-bucket.ts';
import { fakeTable } from './fake-table.ts';

/** An empty table and an empty bucket for each test of a file; `bucket` and `table` are those of the test that runs. */
export function fakes() {
  let bucket: ReturnType<typeof fakeBucket>;
  let table: ReturnType<typeof fakeTable>;
  beforeEach(() => {
    bucket = fakeBucket();
    table = fakeTable();
  });
  afterEach(() => {
    bucket.client.restore();
    table.client.restore();
  });
  return {
    get bucket() {
      return bucket;
    },
    get table() {
      return table;
    },
  };
}
