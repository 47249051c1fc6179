import type { SQSEvent } from 'aws-lambda';
import type { BusEvent } from '../../shared/events.ts';
import type { Text } from '../../shared/statement/change.ts';
import { edit } from '../../shared/statement/drafting.ts';
import { createPublished, publish, restoreLast } from '../../shared/statement/publishing.ts';
import type { Head } from '../../shared/statement/statement.ts';
import { amendNote, type WithdrawalNotice, withdraw } from '../../shared/statement/withdrawing.ts';
import { commit } from '../../shared/table/commit.ts';
import { readText } from '../../shared/table/records.ts';
import { tableOf } from '../../shared/table.ts';
import { act, content, withLive, withWork } from '../shared/statement/sample.ts';

/** Commits a published statement to the (mocked) table, as the API does. */
export async function published(
  id: string,
  changes: Partial<Text['content']> = {},
  at = act().at,
): Promise<Head> {
  const text = { content: { ...content, ...changes }, excerpt: `The excerpt of ${id}.` };
  const taken = { slug: changes.slug ?? id, reference: 'PR/2026/1' };
  const done = { ...act(id), at };
  return commit(tableOf('table'), createPublished(id, text, taken, done), done);
}

/** Commits a correction of something public to the (mocked) table, as the API does. */
export async function corrected(head: Head, changes: Partial<Text['content']>): Promise<Head> {
  const { live } = withLive(head);
  const table = tableOf('table');
  const text = { ...(await readText(table, head.id, live.text)), ...changes };
  const [edited, done] = [act(`edit-${head.version}`), act(`correct-${head.version}`)];
  const after = await commit(table, edit(head, { content: text, excerpt: live.excerpt }, edited), edited);
  const slug = changes.slug ?? live.slug;
  const note = { note: `Correction ${live.edition}.`, significance: 'minor' as const };
  const change = publish(withWork(after), text, { slug, reference: live.reference }, done, note);
  return commit(table, change, done);
}

/** Commits a public note said anew to the (mocked) table, as the API does. */
export async function amended(head: Head, edition: number, note: string): Promise<Head> {
  const done = act(`amend-${head.version}`, undefined, '2026-05-06T10:00:00.000Z');
  return commit(tableOf('table'), amendNote(withLive(head), { edition, note }, done), done);
}

/** Commits the restoration of something withdrawn to the (mocked) table, as the API does. */
export async function restored(head: Head): Promise<Head> {
  const before = withLive(head);
  const done = act(`restore-${head.version}`, undefined, '2026-05-08T10:00:00.000Z');
  const text = await readText(tableOf('table'), head.id, before.live.text);
  return commit(tableOf('table'), restoreLast(before, text, done, {}), done);
}

/** Commits a withdrawal of something public to the (mocked) table, as the API does. */
export async function withdrawn(head: Head, notice: Partial<WithdrawalNotice> = {}): Promise<Head> {
  const done = act(`withdraw-${head.version}`, undefined, '2026-05-07T10:00:00.000Z');
  const said = { reason: 'The readings were false.', keepText: false, ...notice };
  return commit(tableOf('table'), withdraw(withLive(head), said, done), done);
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
