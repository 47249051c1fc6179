import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { statusOf } from '../../../infra/local/status-of.ts';
import { Watch } from '../../../infra/local/watch/watch.ts';
import { allowingAllBut } from './allowing.ts';
import { planned } from './faults-in-test.ts';
import { queue, queueArn, redrivenTo } from './stores/queues.ts';
import { storesWith } from './stores/stores-in-test.ts';
import { temporary } from './temporary.ts';

/** The status of a stack with a queue, its dead letters, and what a test does before it is asked for. */
async function started() {
  const dataDir = temporary();
  const resources = [
    queue('work', redrivenTo('dead', 1)),
    { ...queue('dead'), logicalId: 'RenderDeadLetters9F0' },
  ];
  const stores = await storesWith(resources, dataDir);
  const watch = new Watch({ resources }, [], stores);
  onTestFinished(() => watch.stop());
  const permissions = allowingAllBut('s3:PutObject');
  const faults = planned({ site: 'render s3:PutObject', kind: 'throttle' });
  const functions = [{ name: 'render', invocations: 3, errors: 1, lastError: '2031-01-01 Error: no' }];
  const cloudfront = { invalidations: [{ at: 1, reference: 'reef-1', items: ['#lists-en'] }] };
  const parts = {
    deployed: { resources },
    dataDir,
    functions,
    stores,
    watch,
    permissions,
    faults,
    cloudfront,
  };
  return { ...parts, status: () => statusOf(parts) };
}

it('tells of functions, queues and when that was', async () => {
  const { stores, status, functions } = await started();
  stores.send(queueArn('work'), 'a');
  stores.send(queueArn('dead'), 'b');
  const before = Date.now();
  const told = status();
  expect(told.functions).toEqual(functions);
  expect(told.invalidations).toMatchObject([{ items: ['#lists-en'] }]);
  expect(told.queues).toEqual([
    { name: 'work', isDeadLetters: false, canBeSentBack: false, waiting: 1, inFlight: 0, oldestSeconds: 0 },
    {
      name: 'RenderDeadLetters9F0',
      isDeadLetters: true,
      canBeSentBack: true,
      waiting: 1,
      inFlight: 0,
      oldestSeconds: 0,
    },
  ]);
  expect(told.now).toBeGreaterThanOrEqual(before);
});

it('tells of refusals and of faults, once there are any', async () => {
  const { permissions, faults, status } = await started();
  expect(status()).toMatchObject({ refused: [], faults: {} });
  const object = 'arn:aws:s3:::site/a';
  expect(() => permissions.check({ role: 'arn:aws:iam::0:role/render' }, 's3:PutObject', object)).toThrow();
  faults.meets('render s3:PutObject', ['throttle']);
  expect(status()).toMatchObject({
    refused: [{ message: expect.stringContaining('s3:PutObject') }],
    faults: { throttle: 1 },
  });
});

it('counts letters, of which there may be no folder yet', async () => {
  const { dataDir, status } = await started();
  expect(status().letters).toBe(0);
  mkdirSync(join(dataDir, 'outbox'));
  for (const name of ['a.eml', 'a.json', 'b.eml']) writeFileSync(join(dataDir, 'outbox', name), '');
  expect(status().letters).toBe(2);
});
