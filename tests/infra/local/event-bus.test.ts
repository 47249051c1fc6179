import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { EventBus } from '../../../infra/local/event-bus.ts';
import { resource } from './front/resource.ts';

const queueArn = (name: string) => `arn:aws:sqs:us-east-1:000000000000:${name}`;
const rule = (id: string, changes: Record<string, unknown> = {}) =>
  resource('Events::Rule', id, {
    EventBusName: 'newsroom',
    EventPattern: { 'detail-type': ['Statement Published'] },
    State: 'ENABLED',
    Targets: [{ Arn: queueArn(id), Id: 'Target0' }],
    ...changes,
  });

/** A bus with these rules, and what it has sent. */
function busWith(...rules: ReturnType<typeof rule>[]) {
  const sent: { queue: string; body: string; group: string | undefined }[] = [];
  const bus = new EventBus({ resources: rules }, (queue, body, group) => sent.push({ queue, body, group }));
  return { bus, sent };
}

const entry = (changes: Record<string, string> = {}) => ({
  EventBusName: 'newsroom',
  Source: 'communique',
  DetailType: 'Statement Published',
  Detail: '{"id":"1","language":"en"}',
  ...changes,
});
const Answer = z.object({
  FailedEntryCount: z.number(),
  Entries: z.array(z.object({ EventId: z.string().optional() })),
});
const put = (bus: EventBus, ...Entries: object[]) =>
  Answer.parse(JSON.parse(bus.putEvents(JSON.stringify({ Entries }))));

describe('an event', () => {
  it('arrives in the envelope of EventBridge, under the id that its sender was told', () => {
    const { bus, sent } = busWith(rule('render'));
    const answer = put(bus, entry());
    expect(answer).toMatchObject({ FailedEntryCount: 0, Entries: [{ EventId: expect.any(String) }] });
    expect(sent.map(({ queue }) => queue)).toEqual([queueArn('render')]);
    expect(JSON.parse(sent[0]?.body ?? '')).toEqual({
      version: '0',
      id: answer.Entries[0]?.EventId,
      'detail-type': 'Statement Published',
      source: 'communique',
      account: '000000000000',
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
      region: 'us-east-1',
      resources: [],
      detail: { id: '1', language: 'en' },
    });
  });

  it('goes to every rule that it matches, and to no other', () => {
    const { bus, sent } = busWith(
      rule('render'),
      rule('english', { EventPattern: { detail: { language: ['en'] } } }),
      rule('french', { EventPattern: { detail: { language: ['fr'] } } }),
      rule('elsewhere', { EventBusName: 'another' }),
    );
    put(bus, entry());
    expect(sent.map(({ queue }) => queue)).toEqual([queueArn('render'), queueArn('english')]);
  });

  it('goes to a FIFO queue in the group that the target names', () => {
    const target = { Arn: queueArn('feeds.fifo'), Id: 'Target0', SqsParameters: { MessageGroupId: 'en' } };
    const { bus, sent } = busWith(rule('feeds', { Targets: [target] }));
    put(bus, entry());
    expect(sent).toMatchObject([{ queue: queueArn('feeds.fifo'), group: 'en' }]);
  });

  it('that no rule wants is taken all the same', () => {
    const { bus, sent } = busWith(rule('render'));
    expect(put(bus, entry({ DetailType: 'Statement Changed' })).FailedEntryCount).toBe(0);
    expect(sent).toEqual([]);
  });

  it('has an id of its own among several', () => {
    const { bus, sent } = busWith(rule('render'));
    const ids = put(bus, entry(), entry(), entry()).Entries.map(({ EventId }) => EventId);
    expect(new Set(ids).size).toBe(3);
    expect(sent.map(({ body }) => JSON.parse(body).id)).toEqual(ids);
  });
});

describe('a rule is refused for', () => {
  it.each([
    [
      'an operator that is not known',
      { EventPattern: { source: [{ suffix: 'x' }] } },
      'render.EventPattern.source.0',
    ],
    [
      'a target that needs more than a queue',
      { Targets: [{ Arn: 'a', Id: 'b', InputPath: '$.detail' }] },
      'InputPath',
    ],
    ['a state that is not known', { State: 'DISABLED' }, 'State'],
  ])('%s', (_, changes, message) => {
    expect(() => busWith(rule('render', changes))).toThrow(message);
  });
});

it('leaves scheduled rules to the clock', () => {
  const clock = resource('Events::Rule', 'clock', { ScheduleExpression: 'rate(1 minute)' });
  expect(() => busWith(clock)).not.toThrow();
});
