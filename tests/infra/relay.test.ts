import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { Relay } from '../../infra/relay.ts';
import { alarmsByMetric, resourcesOf, templateOf, theOnly } from './synthesised.ts';

const Mapping = z.object({
  FilterCriteria: z.object({ Filters: z.array(z.object({ Pattern: z.string() })) }),
});

describe('the relay', () => {
  const template = templateOf((stack, newsroom) => new Relay(stack, newsroom));
  const mapping = theOnly(template, 'AWS::Lambda::EventSourceMapping');
  const [deadLetters = '', ...otherQueues] = Object.keys(resourcesOf(template, 'AWS::SQS::Queue'));

  it('hears of heads that came or changed and of nothing else', () => {
    const filters = Mapping.parse(mapping).FilterCriteria.Filters.map(({ Pattern }) => JSON.parse(Pattern));
    const head = { Keys: { sk: { S: ['HEAD'] } } };
    expect(filters).toEqual([
      { eventName: ['INSERT'], dynamodb: head },
      { eventName: ['MODIFY'], dynamodb: head },
    ]);
  });

  it('misses no change that was made before it was there', () => {
    expect(mapping['StartingPosition']).toBe('TRIM_HORIZON');
  });

  it('sets one bad record apart, so that it holds up no other for ever', () => {
    expect(otherQueues).toEqual([]);
    expect(mapping).toMatchObject({
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      BisectBatchOnFunctionError: true,
      MaximumRetryAttempts: 10,
      DestinationConfig: { OnFailure: { Destination: { 'Fn::GetAtt': [deadLetters, 'Arn'] } } },
    });
  });

  it('rings when a record was set apart', () => {
    expect(alarmsByMetric(template).ApproximateNumberOfMessagesVisible).toMatchObject({
      Dimensions: [{ Value: { 'Fn::GetAtt': [deadLetters, 'QueueName'] } }],
      AlarmDescription: expect.stringContaining('docs/operators-book.md#'),
    });
  });
});
