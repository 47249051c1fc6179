import type { Clock } from '../clock.ts';
import type { Faults } from '../faults/faults.ts';
import type { Permissions } from '../permissions/permissions.ts';
import type { Stores } from '../stores/stores.ts';
import type { StreamLog } from '../stores/stream-log.ts';
import { type Deployed, ofType, type Resource, TemplateError } from '../template/template.ts';
import { understood } from '../template/understood.ts';
import { QueueMapping, QueuePoller } from './queue-poller.ts';
import { StreamMapping, StreamPoller } from './stream-poller.ts';
import type { Target } from './target.ts';

type Options = {
  functions: Target[];
  stores: Stores;
  log: StreamLog;
  permissions: Permissions;
  faults: Faults;
  clock: Clock;
};

/** Starts what stands between sources and functions: a poller for each event source mapping. */
export function startPollers(deployed: Deployed, options: Options): { stop(): Promise<void> }[] {
  return ofType(deployed, 'AWS::Lambda::EventSourceMapping').map((resource) => {
    const { logicalId, properties } = resource;
    const target = options.functions.find(({ arn }) => arn.endsWith(`:${properties.FunctionName}`));
    if (!target)
      throw new TemplateError(`${logicalId}.FunctionName: no function is ${properties.FunctionName}`);
    const source = String(properties.EventSourceArn);
    const queue = ofType(deployed, 'AWS::SQS::Queue').find(({ arn }) => arn === source);
    if (queue) {
      checkVisibility(logicalId, queue, target);
      const mapping = understood(QueueMapping, resource);
      return new QueuePoller({ ...options, target, mapping, queueUrl: queue.physicalId });
    }
    const table = ofType(deployed, 'AWS::DynamoDB::Table').find(({ arn }) =>
      source.startsWith(`${arn}/stream/`),
    );
    if (!table) throw new TemplateError(`${logicalId}.EventSourceArn: nothing here is ${source}`);
    const mapping = understood(StreamMapping, resource);
    return new StreamPoller({ ...options, target, mapping, table: table.physicalId });
  });
}

/** Lambda takes no queue that gives a message to somebody else while the function is still at it. */
function checkVisibility(logicalId: string, { properties }: Resource, { timeoutSeconds }: Target): void {
  const visibility = Number(properties.VisibilityTimeout ?? 30);
  if (visibility < timeoutSeconds)
    throw new TemplateError(
      `${logicalId}: InvalidParameterValueException: Queue visibility timeout: ${visibility} seconds is less than Function timeout: ${timeoutSeconds} seconds`,
    );
}
