import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { Stores } from '../../../infra/local/stores.ts';
import type { Resource } from '../../../infra/local/template.ts';
import { resource } from './front/resource.ts';
import { temporary } from './temporary.ts';

export const queueArn = (name: string) => `arn:aws:sqs:us-east-1:000000000000:${name}`;

/** A queue as a template gives it. */
export const queue = (name: string, properties: Record<string, unknown> = {}): Resource =>
  resource('SQS::Queue', `http://127.0.0.1/000000000000/${name}`, properties, queueArn(name));

/** The properties of a queue whose messages go to another one after this many tries. */
export const redrivenTo = (name: string, maxReceiveCount: number) => ({
  RedrivePolicy: { deadLetterTargetArn: queueArn(name), maxReceiveCount },
});

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
