import {
  GetQueueAttributesCommand,
  ListQueuesCommand,
  SQSClient,
  StartMessageMoveTaskCommand,
} from '@aws-sdk/client-sqs';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { startMoves } from '../../../infra/redrive/start-moves.ts';

const url = (name: string) => `https://sqs.us-east-1.amazonaws.com/000000000000/meridian-service-${name}`;
const [render, feeds, relay, queue] = [
  url('RenderConsumerDeadLettersA40-x'),
  url('FeedsConsumerDeadLettersB0E-x.fifo'),
  url('RelayDeadLettersE57-x'),
  url('RenderConsumerQueue451-x'),
];
const sqs = mockClient(SQSClient);
const waiting = (QueueUrl: string, count: number) =>
  sqs.on(GetQueueAttributesCommand, { QueueUrl }).resolves({
    Attributes: { QueueArn: `arn of ${QueueUrl}`, ApproximateNumberOfMessages: String(count) },
  });

beforeEach(() => {
  sqs.reset();
  sqs.on(ListQueuesCommand).resolves({ QueueUrls: [render, feeds, relay, queue] });
  sqs.on(StartMessageMoveTaskCommand).resolves({});
  waiting(render, 3);
  waiting(feeds, 0);
});

const run = (consumer: string) => startMoves(new SQSClient(), 'meridian-service', consumer);
const started = () =>
  sqs.commandCalls(StartMessageMoveTaskCommand).map(({ args: [{ input }] }) => input.SourceArn);

describe('npm run redrive', () => {
  it('starts a move of the consumer’s dead letters, and of no other queue', async () => {
    expect(await run('render')).toEqual([expect.stringContaining('about 3 messages')]);
    expect(started()).toEqual([`arn of ${render}`]);
    expect(sqs.commandCalls(ListQueuesCommand)[0]?.args[0].input.QueueNamePrefix).toBe('meridian-service-');
  });

  it('has nothing to move where nothing waits', async () => {
    expect(await run('feeds')).toEqual([expect.stringContaining('nothing to send back')]);
    expect(started()).toEqual([]);
  });

  it('takes all consumers, and says why the relay’s stay', async () => {
    expect(await run('all')).toHaveLength(2);
    expect(started()).toEqual([`arn of ${render}`]);
    expect(await run('relay')).toEqual([expect.stringContaining('sweep')]);
  });

  it('takes no consumer for another whose name it ends with', async () => {
    sqs.on(ListQueuesCommand).resolves({ QueueUrls: [url('PrerenderConsumerDeadLetters1-x'), render] });
    await run('render');
    expect(started()).toEqual([`arn of ${render}`]);
  });

  it('refuses a consumer that isn’t there', async () => {
    await expect(run('letters')).rejects.toThrow('no dead letters of letters');
  });
});
