import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { templates } from './synthesised.ts';

type Alarm = {
  AlarmDescription: string;
  Dimensions?: { Name: string; Value: unknown }[];
  MetricName: string;
};
type Resource = { Type: string; Properties: Record<string, unknown> };

const { Resources } = templates().service.toJSON() as { Resources: Record<string, Resource> };
const ofType = (type: string) => Object.entries(Resources).filter(([, { Type }]) => Type === type);
const alarms = ofType('AWS::CloudWatch::Alarm').map(([, { Properties }]) => Properties as Alarm);
const book = readFileSync('docs/operators-book.md', 'utf8');

/** The sections of the book by the anchors that a reader of Markdown makes of their headings. */
const sections = new Map(
  book
    .split(/^## /m)
    .slice(1)
    .map((section) => {
      const [heading = ''] = section.split('\n');
      return [
        heading
          .toLowerCase()
          .replaceAll(/[^\p{L}\p{N} -]/gu, '')
          .replaceAll(' ', '-'),
        section,
      ];
    }),
);

describe('every alarm', () => {
  it.each(alarms.map(({ AlarmDescription }) => [AlarmDescription]))(
    'leads to what it means, how to look and what to do: %s',
    (description) => {
      const [, anchor = ''] = /See docs\/operators-book\.md#([a-z0-9-]+)$/.exec(description) ?? [];
      for (const part of ['**What it means.**', '**How to look.**', '**What to do.**'])
        expect(sections.get(anchor)).toContain(part);
    },
  );
});

describe('what can fail has an alarm', () => {
  const watched = (metric: string) =>
    alarms
      .filter(({ MetricName }) => MetricName === metric)
      .flatMap(({ Dimensions = [] }) => Dimensions.map(({ Value }) => JSON.stringify(Value)));
  const isDead = (id: string) => id.includes('DeadLetters');

  it('each function', () => {
    const ours = ofType('AWS::Lambda::Function').filter(([id]) => !id.startsWith('Custom'));
    expect(watched('Errors').toSorted()).toEqual(ours.map(([id]) => JSON.stringify({ Ref: id })).toSorted());
  });

  it.each([
    ['each queue of dead letters', 'ApproximateNumberOfMessagesVisible', isDead],
    ['each queue of a consumer', 'ApproximateAgeOfOldestMessage', (id: string) => !isDead(id)],
  ])('%s', (_, metric, is) => {
    const queues = ofType('AWS::SQS::Queue').filter(([id]) => is(id));
    const names = queues.map(([id]) => JSON.stringify({ 'Fn::GetAtt': [id, 'QueueName'] }));
    expect(names.length).toBeGreaterThan(0);
    expect(watched(metric).toSorted()).toEqual(names.toSorted());
  });

  it.each([
    '5xx',
    'Invocations',
    'PublicationsWaiting',
    'PublicationToPage',
    'PublicationToLists',
    'SchedulesFailed',
  ])('and so has %s', (metric) => {
    expect(watched(metric)).toHaveLength(1);
  });
});

it('there is one dashboard', () => {
  expect(ofType('AWS::CloudWatch::Dashboard')).toHaveLength(1);
});
