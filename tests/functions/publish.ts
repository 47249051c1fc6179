import type { SQSEvent } from 'aws-lambda';
import type { BusEvent } from '../../shared/events.ts';
import { createPublished, type Text } from '../../shared/statement/lifecycle.ts';
import type { Head } from '../../shared/statement/statement.ts';
import { commit } from '../../shared/table/commit.ts';
import { tableOf } from '../../shared/table.ts';
import { act, content } from '../shared/statement/sample.ts';

/** Commits a published statement to the (mocked) table, as the API does. */
export async function published(
  id: string,
  changes: Partial<Text['content']> = {},
  at = act().at,
): Promise<Head> {
  const text = { content: { ...content, ...changes }, excerpt: `The excerpt of ${id}.` };
  const done = { ...act(id), at };
  return commit(tableOf('table'), createPublished(id, text, changes.slug ?? id, done), done);
}

/** The message of a queue that an event of the bus becomes. */
export const messageOf = (event: BusEvent | string, messageId = 'm-1'): SQSEvent['Records'][number] => ({
  messageId,
  receiptHandle: 'r',
  body: typeof event === 'string' ? event : JSON.stringify(event),
  attributes: {
    ApproximateReceiveCount: '1',
    SentTimestamp: '0',
    SenderId: 's',
    ApproximateFirstReceiveTimestamp: '0',
  },
  messageAttributes: {},
  md5OfBody: '',
  eventSource: 'aws:sqs',
  eventSourceARN: 'arn',
  awsRegion: 'us-east-1',
});
