import { globSync } from 'node:fs';
import { join } from 'node:path';
import type { Invalidation } from './door/cloudfront-service.ts';
import type { Faults } from './faults/faults.ts';
import type { LocalStatus } from './front/status.ts';
import type { LocalFunction } from './functions/functions.ts';
import type { Permissions } from './permissions/permissions.ts';
import { waysBack } from './stores/redrive.ts';
import type { Stores } from './stores/stores.ts';
import { type Deployed, ofType } from './template/template.ts';
import type { Watch } from './watch/watch.ts';

type Of = {
  deployed: Deployed;
  dataDir: string;
  functions: Pick<LocalFunction, 'name' | 'invocations' | 'errors' | 'lastError'>[];
  stores: Stores;
  watch: Watch;
  permissions: Permissions;
  faults: Faults;
  cloudfront: { invalidations: Invalidation[] };
};

/** What `/_local/` shows, out of the parts of a running stack. */
export function statusOf({
  deployed,
  dataDir,
  functions,
  stores,
  watch,
  permissions,
  faults,
  cloudfront,
}: Of): LocalStatus {
  const sendable = new Set(waysBack(deployed).map(({ dead }) => dead.logicalId));
  return {
    functions: functions.map(({ name, invocations, errors, lastError }) => ({
      name,
      invocations,
      errors,
      lastError,
    })),
    queues: ofType(deployed, 'AWS::SQS::Queue').map(({ arn, logicalId }) => ({
      name: logicalId,
      isDeadLetters: logicalId.includes('DeadLetters'),
      canBeSentBack: sendable.has(logicalId),
      ...stores.depth(arn),
    })),
    alarms: watch.alarms,
    latency: watch.latency,
    refused: permissions.refusals,
    faults: faults.counts,
    invalidations: cloudfront.invalidations,
    letters: globSync('*.eml', { cwd: join(dataDir, 'outbox') }).length,
    residentMegabytes: Math.round(process.memoryUsage.rss() / 1e6),
    now: Date.now(),
  };
}
