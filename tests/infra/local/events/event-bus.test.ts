import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import * as z from 'zod';
import { Clock } from '../../../../infra/local/clock.ts';
import { EventBus } from '../../../../infra/local/events/event-bus.ts';
import { HeldMessages, type Outgoing } from '../../../../infra/local/events/held-messages.ts';
import { Permissions } from '../../../../infra/local/permissions/permissions.ts';
import { allowingAllBut } from '../allowing.ts';
import { planned } from '../faults-in-test.ts';
import { resource } from '../front/resource.ts';
import { queueArn } from '../stores/queues.ts';
import { temporary } from '../temporary.ts';

const ruleArn = (id: string) => `arn:aws:events:us-east-1:000000000000:rule/${id}`;
const rule = (id: string, changes: Record<string, unknown> = {}) =>
  resource(
    'Events::Rule',
    id,
    {
      EventBusName: 'newsroom',
      EventPattern: { 'detail-type': ['Statement Published'] },
      State: 'ENABLED',
      Targets: [{ Arn: queueArn(id), Id: 'Target0' }],
      ...changes,
    },
    ruleArn(id),
  );

type With = { permissions?: Permissions; faults?: ReturnType<typeof planned> };

/** A bus with these rules, and what it has sent. */
function busThat(
  { permissions = allowingAllBut(), faults = planned() }: With,
  ...rules: ReturnType<typeof rule>[]
) {
  const sent: { queue: string; body: string; group: string | undefined }[] = [];
  const send = ({ queueArn, body, groupId }: Outgoing) =>
    void sent.push({ queue: queueArn, body, group: groupId });
  const folder = temporary();
  const held = new HeldMessages(join(folder, 'held.sqlite'), new Clock(folder), send);
  onTestFinished(() => held.close());
  const bus = new EventBus({ resources: rules }, { send, held, permissions, faults });
  return { bus, sent };
}
const busWith = (...rules: ReturnType<typeof rule>[]) => busThat({}, ...rules);

const entry = (changes: Record<string, string> = {}) => ({
  EventBusName: 'newsroom',
  Source: 'communique',
  DetailType: 'Statement Published',
  Detail: '{"id":"1","language":"en"}',
  ...changes,
});
const Answer = z.object({
  FailedEntryCount: z.number(),
  Entries: z.array(z.object({ EventId: z.string().optional(), ErrorCode: z.string().optional() })),
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

describe('an event that is not taken, among others that are:', () => {
  it.each(['no JSON', '"a text"', '[]', ''])('its detail is %s', (Detail) => {
    const { bus, sent } = busWith(rule('render'));
    const { FailedEntryCount, Entries } = put(bus, entry(), entry({ Detail }), entry());
    expect(FailedEntryCount).toBe(1);
    expect(Entries.map(({ ErrorCode }) => ErrorCode)).toEqual([undefined, 'MalformedDetail', undefined]);
    expect(sent).toHaveLength(2);
  });
});

describe('a queue hears nothing', () => {
  const policy = (Condition?: object) =>
    resource('SQS::QueuePolicy', 'policy', {
      PolicyDocument: {
        Version: '2012-10-17',
        Statement: [
          {
            Effect: 'Allow',
            Action: 'sqs:SendMessage',
            Principal: { Service: 'events.amazonaws.com' },
            Resource: queueArn('render'),
            ...(Condition && { Condition }),
          },
        ],
      },
    });
  const from = (id: string) => policy({ ArnEquals: { 'aws:SourceArn': ruleArn(id) } });

  it.each([
    ['of a rule that its policy lets in', [from('render')], 1],
    ['of a rule without a policy', [], 0],
    ['of a rule when its policy is for another', [from('feeds')], 0],
  ])('but %s', (_, resources, count) => {
    const { bus, sent } = busThat({ permissions: new Permissions({ resources }) }, rule('render'));
    expect(put(bus, entry()).FailedEntryCount).toBe(0);
    expect(sent).toHaveLength(count);
  });

  it('of an event that is too large for a message with its envelope', () => {
    const said = vi.spyOn(console, 'error').mockReturnValue();
    onTestFinished(() => said.mockRestore());
    const { bus, sent } = busWith(rule('render'));
    const text = 'x'.repeat(256 * 1024 - 100);
    expect(put(bus, entry({ Detail: JSON.stringify({ text }) })).FailedEntryCount).toBe(0);
    expect(sent).toEqual([]);
    expect(said).toHaveBeenCalledExactlyOnceWith(
      `${ruleArn('render')} lost an event: it is too large for a message`,
    );
  });
});

describe('a fault', () => {
  it('sends a message late, after one that came later', async () => {
    const faults = planned({ site: 'bus render', kind: 'late', extent: 0 });
    const { bus, sent } = busThat({ faults }, rule('render'));
    put(bus, entry({ Detail: '{"id":"1"}' }));
    put(bus, entry({ Detail: '{"id":"2"}' }));
    const ids = () => sent.map(({ body }) => JSON.parse(body).detail.id);
    expect(ids()).toEqual(['2']);
    await expect.poll(ids).toEqual(['2', '1']);
  });

  it('sends a message twice, the same event both times', async () => {
    const faults = planned({ site: 'bus render', kind: 'duplicate', extent: 0 });
    const { bus, sent } = busThat({ faults }, rule('render'), rule('feeds'));
    put(bus, entry());
    await expect.poll(() => sent.length).toBe(3);
    const [render, again] = sent.filter(({ queue }) => queue === queueArn('render'));
    expect(again).toEqual(render);
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
