import { createHash, randomUUID } from 'node:crypto';
import * as z from 'zod';
import type { Outgoing } from '../events/held-messages.ts';
import { here } from '../place.ts';
import { mostMessageBytes } from '../stores/stores.ts';
import { type Deployed, ofType } from '../template/template.ts';
import { type AwsRequest, jsonErrors, type Service } from './service.ts';

/** https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessage.html */
const Body = z.strictObject({
  QueueUrl: z.string(),
  MessageBody: z.string().min(1),
  DelaySeconds: z.int().min(0).max(900).default(0),
});

/** What SQS does with a message: keeps it back for a time, or puts it into its queue at once. Both are on disk then. */
type Queues = {
  hold: (message: Outgoing, milliseconds: number) => void;
  send: (message: Outgoing) => void;
};

/** SQS, in front of the queues of the templates: those that aren't first in, first out, which know no delay. */
export function sqsService(deployed: Deployed, { hold, send }: Queues): Service {
  const known = ofType(deployed, 'AWS::SQS::Queue').filter(({ properties }) => !properties.FifoQueue);
  return {
    asking(request) {
      const { QueueUrl } = read(request);
      return { operation: 'SendMessage', needs: [{ action: 'sqs:SendMessage', resource: arnOf(QueueUrl) }] };
    },
    async carryOut(request) {
      const { QueueUrl, MessageBody, DelaySeconds } = read(request);
      if (!known.some(({ arn }) => arn === arnOf(QueueUrl)))
        throw new Error(`The local stack sends nothing to ${QueueUrl}`);
      const message = { queueArn: arnOf(QueueUrl), body: MessageBody, groupId: undefined };
      if (DelaySeconds > 0) hold(message, DelaySeconds * 1000);
      else send(message);
      const MD5OfMessageBody = createHash('md5').update(MessageBody).digest('hex');
      return { status: 200, body: JSON.stringify({ MessageId: randomUUID(), MD5OfMessageBody }) };
    },
    error: jsonErrors({
      denied: [403, 'AccessDenied'],
      throttled: [400, 'RequestThrottled'],
      internal: [500, 'InternalError'],
      invalid: [400, 'InvalidParameterValue'],
    }),
  };
}

function read({ headers, body }: AwsRequest) {
  const operation = headers['x-amz-target']?.split('.')[1];
  if (operation !== 'SendMessage') throw new Error(`The local stack has no sqs:${operation}`);
  const read = Body.parse(JSON.parse(body.toString('utf8')));
  if (Buffer.byteLength(read.MessageBody) > mostMessageBytes)
    throw new Error(
      `One or more parameters are invalid. Reason: Message must be shorter than ${mostMessageBytes} bytes.`,
    );
  return read;
}

/** A queue's URL ends in its account and its name. */
function arnOf(queueUrl: string): string {
  const [account, name] = new URL(queueUrl).pathname.split('/').slice(1);
  return `arn:aws:sqs:${here.region}:${account}:${name}`;
}
