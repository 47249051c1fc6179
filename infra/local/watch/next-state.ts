export type State = 'OK' | 'ALARM' | 'INSUFFICIENT_DATA';

/** M of the last N data points put an alarm into ALARM; `missing` says what a data point that isn't there counts as. */
export type Rule = {
  n: number;
  m: number;
  missing: 'missing' | 'ignore' | 'breaching' | 'notBreaching';
};

/**
 * The state that data points put an alarm into: whether each breaches the threshold, or undefined where it is missing,
 * oldest first. There are more of them than N: the last N that are real count, and only what these lack is filled in.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarms-and-missing-data.html
 */
export function nextState(points: (boolean | undefined)[], { n, m, missing }: Rule, current: State): State {
  const real = points.filter((point) => point !== undefined).slice(-n);
  const breaching = real.filter((point) => point).length;
  const lacking = n - real.length;
  if (breaching >= m) return 'ALARM';
  if (missing === 'breaching' && breaching + lacking >= m) return 'ALARM';
  if (lacking === 0 || real.includes(false)) return 'OK';
  if (missing === 'breaching' || missing === 'notBreaching') return 'OK';
  if (missing === 'ignore') return current;
  if (real.length === 0) return 'INSUFFICIENT_DATA';
  // Fewer than M breach, and nothing else is there: that is ALARM once the oldest is M periods old, not before, for the
  // next could be within the threshold ("Avoiding premature transitions to alarm state").
  const age = points.length - points.indexOf(true);
  return age >= m ? 'ALARM' : current;
}
