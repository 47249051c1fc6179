import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { marshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBRecord } from 'aws-lambda';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { handler } from '../../../functions/relay/handler.ts';
import * as drafting from '../../../shared/statement/drafting.ts';
import * as publishing from '../../../shared/statement/publishing.ts';
import type { Head } from '../../../shared/statement/statement.ts';
import { headItem } from '../../../shared/table/head-item.ts';
import { act, committed, taken, text, withWork } from '../../shared/statement/sample.ts';

const bus = mockClient(EventBridgeClient);
beforeEach(() => {
  bus.reset();
  bus.on(PutEventsCommand).resolves({ FailedEntryCount: 0, Entries: [{ EventId: '1' }] });
});

const image = (head: Head) =>
  JSON.parse(JSON.stringify(marshall(headItem(head), { removeUndefinedValues: true }), setsAsLists));
const setsAsLists = (_: string, value: unknown) => (value instanceof Set ? [...value] : value);
const record = (before: Head | undefined, after: Head, sequence = '1'): DynamoDBRecord => ({
  eventName: before ? 'MODIFY' : 'INSERT',
  dynamodb: {
    SequenceNumber: sequence,
    ApproximateCreationDateTime: 1,
    NewImage: image(after),
    ...(before && { OldImage: image(before) }),
  },
});
const sent = () =>
  bus
    .commandCalls(PutEventsCommand)
    .flatMap(({ args }) => args[0].input.Entries ?? [])
    .map(({ DetailType, Detail }) => ({ type: DetailType, detail: JSON.parse(Detail ?? '') }));

const draft = committed(drafting.create('reef', text, act()));
const live = committed(publishing.createPublished('reef', text, { ...taken, slug: 'reef' }, act()));
const edited = withWork(committed(drafting.edit(live, text, act('b'))));
const corrected = committed(
  publishing.publish(edited, text.content, { ...taken, slug: 'reef' }, act('c'), {
    note: 'A word.',
    significance: 'minor',
  }),
);

describe('the relay', () => {
  it('tells of a publication and of a correction', async () => {
    await handler({ Records: [record(undefined, live), record(edited, corrected)] });
    expect(sent()).toMatchObject([
      {
        type: 'Statement Published',
        detail: { schema: 1, id: 'reef', edition: 1, path: '/en/2026/05/04/reef/', significance: 'major' },
      },
      { type: 'Statement Corrected', detail: { edition: 2, significance: 'minor', version: 3 } },
    ]);
  });

  it('tells of private work that it happened, and none of its words', async () => {
    await handler({ Records: [record(undefined, draft), record(live, edited)] });
    expect(sent().map(({ type }) => type)).toEqual(['Statement Changed', 'Statement Changed']);
    expect(JSON.stringify(sent())).not.toContain(text.content.title);
  });

  it('tells when what is public is on the site, and of no other mark', async () => {
    const half = { ...live, pending: live.pending && { ...live.pending, channels: ['page' as const] } };
    await handler({ Records: [record(live, half), record(live, { ...live, unindexed: undefined })] });
    expect(sent()).toEqual([]);
    await handler({ Records: [record(live, { ...live, pending: undefined })] });
    expect(sent()).toMatchObject([{ type: 'Statement Readable', detail: { id: 'reef', version: 1 } }]);
  });

  it('has a batch taken up from the first record that the bus did not take', async () => {
    bus
      .on(PutEventsCommand)
      .resolves({ FailedEntryCount: 1, Entries: [{ EventId: '1' }, { ErrorCode: 'ThrottlingException' }] });
    const { batchItemFailures } = await handler({
      Records: [record(undefined, live, '7'), record(undefined, live, '8')],
    });
    expect(batchItemFailures).toEqual([{ itemIdentifier: '8' }]);
  });
});
