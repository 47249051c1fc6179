import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { Stores } from '../../../../infra/local/stores/stores.ts';
import type { Resource } from '../../../../infra/local/template/template.ts';
import { temporary } from '../temporary.ts';

/** SQS and S3 with these queues and buckets, in a folder of the test's own; they end with the test. */
export async function storesWith(resources: Resource[], dataDir = temporary()): Promise<Stores> {
  const stores = await Stores.start(join(dataDir, 'stores'));
  onTestFinished(async () => {
    await stores.server.stop();
    stores.stop();
  });
  await stores.create({ resources });
  return stores;
}
