import { describe, expect, it } from 'vitest';
import { Alarms } from '../../../../infra/local/watch/alarms.ts';
import { MetricStore, minute } from '../../../../infra/local/watch/metric-store.ts';
import { resource } from '../front/resource.ts';

const noon = Date.UTC(2031, 0, 1, 12);
const common = {
  Namespace: 'Communique',
  MetricName: 'Time',
  Dimensions: [{ Name: 'service', Value: 'render' }],
  Statistic: 'Sum',
  Period: 60,
  EvaluationPeriods: 1,
  Threshold: 10,
  ComparisonOperator: 'GreaterThanThreshold',
};

/** An alarm on a metric whose values are recorded from noon on. */
class Recording {
  readonly #store = new MetricStore();
  readonly #alarms: Alarms;
  #now = noon;

  constructor(properties: Record<string, unknown>) {
    const given = Object.entries({ ...common, ...properties }).filter(([, value]) => value !== undefined);
    const alarm = resource('CloudWatch::Alarm', 'slow', Object.fromEntries(given));
    this.#alarms = new Alarms({ resources: [alarm] }, this.#store);
  }

  /** The alarm at the end of a minute with these values. */
  minute(...values: number[]) {
    this.record(...values);
    this.#now += minute;
    return this.look();
  }

  record(...values: number[]): void {
    for (const value of values)
      this.#store.put({
        namespace: 'Communique',
        name: 'Time',
        dimensions: { service: 'render' },
        value,
        at: this.#now,
      });
  }

  look() {
    return this.#alarms.evaluate(this.#now)[0];
  }
}

const afterMinute = (properties: Record<string, unknown>, ...values: number[]) =>
  new Recording(properties).minute(...values);
const states = (properties: Record<string, unknown>, ...minutes: number[][]) => {
  const recording = new Recording(properties);
  return minutes.map((values) => recording.minute(...values)?.state);
};

describe('a statistic is taken of each period', () => {
  it.each([
    ['SampleCount', 4],
    ['Sum', 22],
    ['Average', 5.5],
    ['Minimum', 1],
    ['Maximum', 12],
  ])('%s', (Statistic, value) => {
    const values = [1, 12, 3, 6];
    expect(afterMinute({ Statistic, Threshold: value - 0.1 }, ...values)).toMatchObject({
      state: 'ALARM',
      value,
    });
    expect(afterMinute({ Statistic, Threshold: value }, ...values)).toMatchObject({ state: 'OK', value });
  });

  it('p95', () => {
    const times = Array.from({ length: 100 }, (_, index) => index + 1);
    const p95 = { Statistic: undefined, ExtendedStatistic: 'p95' };
    expect(afterMinute({ ...p95, Threshold: 94 }, ...times)).toMatchObject({ state: 'ALARM', value: 95 });
    expect(afterMinute({ ...p95, Threshold: 95 }, ...times)).toMatchObject({ state: 'OK', value: 95 });
  });

  it('over a period of several minutes, which ends with any minute', () => {
    const recording = new Recording({ Period: 180, Threshold: 5 });
    for (const value of [1, 1]) recording.minute(value);
    expect(recording.minute(1)).toMatchObject({ state: 'OK', value: 3 });
    expect(recording.minute(4)).toMatchObject({ state: 'ALARM', value: 6 });
  });
});

it.each([
  ['GreaterThanThreshold', 'OK', 'OK', 'ALARM'],
  ['GreaterThanOrEqualToThreshold', 'OK', 'ALARM', 'ALARM'],
  ['LessThanThreshold', 'ALARM', 'OK', 'OK'],
  ['LessThanOrEqualToThreshold', 'ALARM', 'ALARM', 'OK'],
])('%s 10: 9 is %s, 10 is %s, 11 is %s', (ComparisonOperator, ...wanted) => {
  expect([9, 10, 11].map((value) => afterMinute({ ComparisonOperator }, value)?.state)).toEqual(wanted);
});

it('is in ALARM while M of the last N data points breach', () => {
  const twoOfThree = { EvaluationPeriods: 3, DatapointsToAlarm: 2, TreatMissingData: 'notBreaching' };
  expect(states(twoOfThree, [11], [0], [12], [0], [0])).toEqual(['OK', 'OK', 'ALARM', 'OK', 'OK']);
});

it('needs all of the last N where M is not given', () => {
  expect(states({ EvaluationPeriods: 2 }, [11], [0], [12], [12], [0]).slice(1)).toEqual([
    'OK',
    'OK',
    'ALARM',
    'OK',
  ]);
});

describe('when a metric stops after it breached', () => {
  // Its last data point counts as long as it is in the evaluation range, which is of three periods.
  it.each([
    ['missing', ['ALARM', 'ALARM', 'ALARM', 'INSUFFICIENT_DATA']],
    ['ignore', ['ALARM', 'ALARM', 'ALARM', 'ALARM']],
    ['breaching', ['ALARM', 'ALARM', 'ALARM', 'ALARM']],
    ['notBreaching', ['ALARM', 'ALARM', 'ALARM', 'OK']],
    [undefined, ['ALARM', 'ALARM', 'ALARM', 'INSUFFICIENT_DATA']],
  ])('%s', (TreatMissingData, wanted) => {
    expect(states({ TreatMissingData }, [11], [], [], [])).toEqual(wanted);
  });

  it('an alarm of DynamoDB keeps its state, whatever it says', () => {
    expect(states({ Namespace: 'AWS/DynamoDB', TreatMissingData: 'breaching' }, [])).toEqual([
      'INSUFFICIENT_DATA',
    ]);
  });
});

describe('the minute that is running', () => {
  it('counts at once when it is too high, and is never a missing one', () => {
    const recording = new Recording({ TreatMissingData: 'breaching' });
    for (const value of [0, 0, 0]) recording.minute(value);
    expect(recording.look()?.state).toBe('OK');
    recording.record(11);
    expect(recording.look()).toMatchObject({ state: 'ALARM', value: 11 });
  });

  it('waits for its end while it is within the threshold', () => {
    const recording = new Recording({});
    recording.minute(11);
    recording.record(1);
    expect(recording.look()).toMatchObject({ state: 'ALARM', value: 11 });
    expect(recording.minute()).toMatchObject({ state: 'OK', value: 1 });
  });

  it('waits for its end when it is too low', () => {
    const recording = new Recording({ ComparisonOperator: 'LessThanThreshold' });
    recording.minute(11);
    recording.record(1);
    expect(recording.look()?.state).toBe('OK');
    expect(recording.minute()?.state).toBe('ALARM');
  });
});

it('says since when, why, and how it is called', () => {
  const recording = new Recording({ AlarmDescription: 'Pages come late.' });
  recording.minute(1);
  recording.minute(11.25);
  expect(recording.minute(12)).toEqual({
    logicalId: 'slow',
    description: 'Pages come late.',
    state: 'ALARM',
    reason: 'Sum of Time: 12. ALARM at > 10 in 1 of 1 periods of 60 s.',
    since: noon + 2 * minute,
    value: 12,
  });
});

it('has no value without data, and its logical id for a description that is not given', () => {
  expect(afterMinute({})).toMatchObject({
    description: 'slow',
    state: 'INSUFFICIENT_DATA',
    reason: expect.stringContaining('Sum of Time: no data.'),
    value: undefined,
  });
});

it.each([
  ['slow.Metrics', { Metrics: [] }],
  ['slow.Period', { Period: 10 }],
  ['slow.ExtendedStatistic', { Statistic: undefined, ExtendedStatistic: 'tm99' }],
  ['slow.ComparisonOperator', { ComparisonOperator: 'GreaterThanUpperThreshold' }],
  ['needs one statistic', { ExtendedStatistic: 'p95' }],
  ['needs one statistic', { Statistic: undefined }],
  ['looks back further', { Period: 3600, EvaluationPeriods: 3 }],
])('is refused where it can’t be true to CloudWatch: %s', (path, properties) => {
  expect(() => new Recording(properties)).toThrow(path);
});
