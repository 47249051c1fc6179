import type { LocalFunction } from './functions.ts';
import { QueueMapping, QueuePoller } from './queue-poller.ts';
import type { Stores } from './stores.ts';
import type { StreamLog } from './stream-log.ts';
import { StreamMapping, StreamPoller } from './stream-poller.ts';
import { type Deployed, ofType, TemplateError } from './template.ts';
import { understood } from './understood.ts';

/** Starts what stands between sources and functions: a poller for each event source mapping. */
export function startPollers(
  deployed: Deployed,
  functions: LocalFunction[],
  stores: Stores,
  log: StreamLog,
): { stop(): Promise<void> }[] {
  return ofType(deployed, 'AWS::Lambda::EventSourceMapping').map((mapping) => {
    const { logicalId, properties } = mapping;
    const target = functions.find(({ arn }) => arn.endsWith(`:${properties.FunctionName}`));
    if (!target)
      throw new TemplateError(`${logicalId}.FunctionName: no function is ${properties.FunctionName}`);
    const source = String(properties.EventSourceArn);
    const queue = ofType(deployed, 'AWS::SQS::Queue').find(({ arn }) => arn === source);
    if (queue) return new QueuePoller(stores, target, understood(QueueMapping, mapping), queue.physicalId);
    const table = ofType(deployed, 'AWS::DynamoDB::Table').find(({ arn }) =>
      source.startsWith(`${arn}/stream/`),
    );
    if (table)
      return new StreamPoller(log, stores, target, understood(StreamMapping, mapping), table.physicalId);
    throw new TemplateError(`${logicalId}.EventSourceArn: nothing here is ${source}`);
  });
}
