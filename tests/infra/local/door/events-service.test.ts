import { PutEventsCommand, type PutEventsRequestEntry } from '@aws-sdk/client-eventbridge';
import { describe, expect, it } from 'vitest';
import { doorFor } from './door-in-test.ts';

const entry = (changes: Partial<PutEventsRequestEntry> = {}): PutEventsRequestEntry => ({
  EventBusName: 'newsroom',
  Source: 'communique',
  DetailType: 'Statement Published',
  Detail: '{"id":"1"}',
  ...changes,
});
const numbered = (count: number) =>
  Array.from({ length: count }, (_, index) => entry({ Detail: JSON.stringify({ id: String(index) }) }));
const put = (...Entries: PutEventsRequestEntry[]) => new PutEventsCommand({ Entries });
const idsOf = (sent: string[]) => sent.map((body) => JSON.parse(body).detail.id);

describe('events', () => {
  it('are in their queue under the ids that their sender is told', async () => {
    const { events, sent } = await doorFor();
    const { FailedEntryCount, Entries } = await events().send(put(...numbered(10)));
    expect(FailedEntryCount).toBe(0);
    expect(sent.map((body) => JSON.parse(body).id)).toEqual(Entries?.map(({ EventId }) => EventId));
  });

  it('that fail in part are told one by one, and the others are taken', async () => {
    const { events, sent, plan } = await doorFor();
    plan({ site: 'api events:PutEvents', kind: 'part', extent: 0.7 });
    const { FailedEntryCount, Entries = [] } = await events().send(put(...numbered(4)));
    expect(FailedEntryCount).toBe(2);
    expect(Entries.map(({ ErrorCode }) => ErrorCode)).toEqual([
      undefined,
      undefined,
      'ThrottlingException',
      'ThrottlingException',
    ]);
    expect(Entries.map(({ EventId }) => EventId !== undefined)).toEqual([true, true, false, false]);
    expect(idsOf(sent)).toEqual(['0', '1']);
  });

  it('may fail one and all', async () => {
    const { events, sent, plan } = await doorFor();
    plan({ site: 'api events:PutEvents', kind: 'part', extent: 0 });
    expect((await events().send(put(entry()))).FailedEntryCount).toBe(1);
    expect(sent).toEqual([]);
  });
});

// https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-putevents.html
describe('the limits of a request', () => {
  const limit = 256 * 1024;
  const around = Buffer.byteLength('communiqueStatement Published{"text":""}');
  const filled = (bytes: number) => entry({ Detail: `{"text":"${'é'.repeat((bytes - around) / 2)}"}` });

  it('are 256 KB in all, by the bytes of its texts', async () => {
    const { events, sent } = await doorFor();
    await expect(events().send(put(filled(limit + 2)))).rejects.toMatchObject({
      name: 'ValidationException',
      message: expect.stringContaining('Total size of the entries in the request is over the limit.'),
    });
    await expect(events().send(put(...Array.from({ length: 4 }, () => filled(70_000))))).rejects.toThrow();
    expect(sent).toEqual([]);
    expect((await events().send(put(filled(limit - 1000)))).FailedEntryCount).toBe(0);
    expect(sent).toHaveLength(1);
  });

  it.each([0, 11])('are one to ten entries: %d are refused', async (count) => {
    const { events, sent } = await doorFor();
    await expect(events().send(put(...numbered(count)))).rejects.toMatchObject({
      name: 'ValidationException',
    });
    expect(sent).toEqual([]);
  });
});

it('asks for the right to every bus of a request', async () => {
  const bus = 'arn:aws:events:us-east-1:000000000000:event-bus';
  const { events, sent } = await doorFor([{ Action: 'events:PutEvents', Resource: `${bus}/newsroom` }]);
  await expect(events().send(put(entry(), entry({ EventBusName: 'another' })))).rejects.toMatchObject({
    name: 'AccessDeniedException',
    message: expect.stringContaining(`${bus}/another`),
  });
  expect(sent).toEqual([]);
});
