import { type Deployed, ofType, type Resource } from '../template/template.ts';
import { move } from './move.ts';
import type { Stores } from './stores.ts';
import { RedrivePolicy } from './too-often.ts';

/**
 * Sends the messages of a dead-letter queue, by its logical id, back to where they came from, as SQS's redrive does, or
 * those of `all` of them; answers how many. Throws `RangeError` for a queue that is nobody's dead-letter queue.
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-configure-dead-letter-queue-redrive.html
 */
export async function redrive(deployed: Deployed, stores: Stores, logicalId: string): Promise<number> {
  const ways = waysBack(deployed).filter(({ dead }) => [dead.logicalId, 'all'].includes(logicalId));
  if (ways.length === 0 && logicalId !== 'all')
    throw new RangeError(`${logicalId} is no queue's dead-letter queue`);
  let moved = 0;
  for (const { dead, source } of ways) moved += await moveAll(stores, dead, source);
  return moved;
}

/** Each dead-letter queue, with the queue that its messages come from. */
export function waysBack(deployed: Deployed): { dead: Resource; source: Resource }[] {
  const queues = ofType(deployed, 'AWS::SQS::Queue');
  return queues.flatMap((source) => {
    const policy = RedrivePolicy.safeParse(source.properties.RedrivePolicy).data;
    const dead = queues.find(({ arn }) => arn === policy?.deadLetterTargetArn);
    return dead ? [{ dead, source }] : [];
  });
}

async function moveAll(stores: Stores, dead: Resource, source: Resource): Promise<number> {
  let moved = 0;
  for (const { waiting } = stores.depth(dead.arn); moved < waiting; ) {
    const messages = await stores.receive(dead.physicalId, { MaxNumberOfMessages: 10 });
    if (messages.length === 0) break;
    for (const message of messages) await move(stores, message, dead.physicalId, source.arn);
    moved += messages.length;
  }
  return moved;
}
