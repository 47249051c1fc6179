import { GetQueueAttributesCommand, ListQueuesCommand, type SQSClient } from '@aws-sdk/client-sqs';
import * as z from 'zod';

/** The queues that a rebuild fills, by the logical ids in their names; not those of dead letters. */
const filled = /(Render|Feeds)Consumer(?!DeadLetters)/;

const Status = z.object({
  queues: z.array(z.object({ name: z.string(), waiting: z.int(), inFlight: z.int() })),
});

/** How many messages wait for the local stack's consumers, or are being worked on. */
export async function waitingLocally(stack: string): Promise<number> {
  const { queues } = Status.parse(await (await fetch(`${stack}/_local/status.json`)).json());
  return sum(queues.filter(({ name }) => filled.test(name)).map((one) => one.waiting + one.inFlight));
}

/** The same of a deployed stack, whose name its queues' names begin with: about as many. */
export async function waitingIn(sqs: SQSClient, stackName: string): Promise<number> {
  const { QueueUrls = [] } = await sqs.send(new ListQueuesCommand({ QueueNamePrefix: `${stackName}-` }));
  const counts = QueueUrls.filter((url) => filled.test(url)).map(async (QueueUrl) => {
    const { Attributes = {} } = await sqs.send(
      new GetQueueAttributesCommand({
        QueueUrl,
        AttributeNames: ['ApproximateNumberOfMessages', 'ApproximateNumberOfMessagesNotVisible'],
      }),
    );
    return sum(Object.values(Attributes).map(Number));
  });
  return sum(await Promise.all(counts));
}

const sum = (numbers: number[]): number => numbers.reduce((all, one) => all + one, 0);
