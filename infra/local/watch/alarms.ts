import { type Deployed, ofType } from '../template/template.ts';
import { understood } from '../template/understood.ts';
import { Alarm } from './alarm.ts';
import { type MetricStore, minute } from './metric-store.ts';
import { nextState, type State } from './next-state.ts';
import { statistic } from './statistics.ts';

/** An alarm as it stands since an instant, in milliseconds; `value` is the newest data point that counted. */
export type AlarmState = {
  logicalId: string;
  description: string;
  state: State;
  reason: string;
  since: number;
  value: number | undefined;
};

type Comparison = { sign: string; breaches: (value: number, threshold: number) => boolean };
const comparisons: Record<Alarm['ComparisonOperator'], Comparison> = {
  GreaterThanThreshold: { sign: '>', breaches: (value, threshold) => value > threshold },
  GreaterThanOrEqualToThreshold: { sign: '≥', breaches: (value, threshold) => value >= threshold },
  LessThanThreshold: { sign: '<', breaches: (value, threshold) => value < threshold },
  LessThanOrEqualToThreshold: { sign: '≤', breaches: (value, threshold) => value <= threshold },
};

/**
 * AWS doesn't say how many data points it retrieves beyond the evaluation periods; its examples have two.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarms-and-missing-data.html
 */
const furtherBack = 2;

/** The alarms of the templates, evaluated as CloudWatch does. Throws `TemplateError` for one it can't be true to. */
export class Alarms {
  readonly #alarms: { logicalId: string; alarm: Alarm }[];
  readonly #store: MetricStore;
  readonly #last = new Map<string, { state: State; since: number }>();

  constructor(deployed: Deployed, store: MetricStore) {
    this.#alarms = ofType(deployed, 'AWS::CloudWatch::Alarm').map((resource) => ({
      logicalId: resource.logicalId,
      alarm: understood(Alarm, resource),
    }));
    this.#store = store;
  }

  /** The state of every alarm at an instant, in milliseconds; an alarm's last state counts where data are missing. */
  evaluate(now: number): AlarmState[] {
    return this.#alarms.map(({ logicalId, alarm }) => {
      const last = this.#last.get(logicalId) ?? { state: 'INSUFFICIENT_DATA', since: now };
      const points = this.#points(alarm, now);
      const state = nextState(
        points.map((value) => (value === undefined ? undefined : breaches(alarm, value))),
        ruleOf(alarm),
        last.state,
      );
      const { since } = state === last.state ? last : { since: now };
      this.#last.set(logicalId, { state, since });
      const description = alarm.AlarmDescription ?? alarm.AlarmName ?? logicalId;
      const value = points.findLast((point) => point !== undefined);
      return { logicalId, description, state, reason: reason(alarm, value), since, value };
    });
  }

  /**
   * The data points to evaluate, oldest first. As in CloudWatch, periods end with a minute, not with a multiple of
   * themselves (https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarm-evaluation.html). There, the
   * minute that is running waits for its end; here it counts as soon as it is too high, so that an alarm is seen at
   * once. What is too low now may not be at the minute's end.
   */
  #points(alarm: Alarm, now: number): (number | undefined)[] {
    const lastEnd = Math.floor(now / minute) * minute;
    const early = this.#pointsUntil(alarm, lastEnd + minute);
    const newest = early.at(-1);
    const isTooHigh =
      alarm.ComparisonOperator.startsWith('Greater') && newest !== undefined && breaches(alarm, newest);
    return isTooHigh ? early : this.#pointsUntil(alarm, lastEnd);
  }

  #pointsUntil(alarm: Alarm, end: number): (number | undefined)[] {
    const { Namespace: namespace, MetricName: name, Dimensions, Period, EvaluationPeriods } = alarm;
    const dimensions = Object.fromEntries(Dimensions.map(({ Name, Value }) => [Name, Value]));
    const count = EvaluationPeriods + furtherBack;
    return Array.from({ length: count }, (_, index) => {
      const from = end - (count - index) * Period * 1000;
      const values = this.#store.values({ namespace, name, dimensions }, from, from + Period * 1000);
      return statistic(statisticOf(alarm), values);
    });
  }
}

const statisticOf = ({ Statistic, ExtendedStatistic }: Alarm): string => Statistic ?? ExtendedStatistic ?? '';

const breaches = ({ ComparisonOperator, Threshold }: Alarm, value: number): boolean =>
  comparisons[ComparisonOperator].breaches(value, Threshold);

const ruleOf = ({ Namespace, EvaluationPeriods, DatapointsToAlarm, TreatMissingData }: Alarm) => ({
  n: EvaluationPeriods,
  m: DatapointsToAlarm ?? EvaluationPeriods,
  // "Alarms that evaluate metrics in the AWS/DynamoDB namespace always ignore missing data".
  missing: Namespace === 'AWS/DynamoDB' ? ('ignore' as const) : TreatMissingData,
});

function reason(alarm: Alarm, value: number | undefined): string {
  const { MetricName, Period, EvaluationPeriods, DatapointsToAlarm, Threshold, ComparisonOperator } = alarm;
  const { sign } = comparisons[ComparisonOperator];
  const found = value === undefined ? 'no data' : Number(value.toPrecision(6));
  const periods = `${DatapointsToAlarm ?? EvaluationPeriods} of ${EvaluationPeriods} periods of ${Period} s`;
  return `${statisticOf(alarm)} of ${MetricName}: ${found}. ALARM at ${sign} ${Threshold} in ${periods}.`;
}
