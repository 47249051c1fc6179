import {
  GetQueueAttributesCommand,
  ListQueuesCommand,
  type SQSClient,
  StartMessageMoveTaskCommand,
} from '@aws-sdk/client-sqs';
import { aboutRelay, isDeadLettersOf } from './is-of.ts';

/**
 * Starts a move of every dead letter of a consumer back to where it came from; answers a line for each queue. Throws if
 * the stack has no such queue. The queues are known by their names, which begin with the stack's.
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_StartMessageMoveTask.html
 */
export async function startMoves(sqs: SQSClient, stackName: string, consumer: string): Promise<string[]> {
  if (consumer === 'relay') return [aboutRelay];
  const list = new ListQueuesCommand({ QueueNamePrefix: `${stackName}-`, MaxResults: 1000 });
  const { QueueUrls = [] } = await sqs.send(list);
  const dead = QueueUrls.filter((url) => isDeadLettersOf(nameOf(url), consumer));
  if (dead.length === 0) throw new Error(`The stack ${stackName} has no dead letters of ${consumer}`);
  return Promise.all(dead.map((url) => startMove(sqs, url)));
}

async function startMove(sqs: SQSClient, QueueUrl: string): Promise<string> {
  const { Attributes = {} } = await sqs.send(
    new GetQueueAttributesCommand({
      QueueUrl,
      AttributeNames: ['QueueArn', 'ApproximateNumberOfMessages'],
    }),
  );
  const waiting = Number(Attributes.ApproximateNumberOfMessages);
  if (waiting === 0) return `${nameOf(QueueUrl)}: nothing to send back`;
  await sqs.send(new StartMessageMoveTaskCommand({ SourceArn: Attributes.QueueArn }));
  return `${nameOf(QueueUrl)}: about ${waiting} messages are being sent back`;
}

const nameOf = (url: string): string => url.slice(url.lastIndexOf('/') + 1);
