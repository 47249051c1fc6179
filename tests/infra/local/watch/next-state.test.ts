import { describe, expect, it } from 'vitest';
import { nextState, type Rule, type State } from '../../../../infra/local/watch/next-state.ts';

/** Data points as AWS writes them, newest last: `0` is within the threshold, `X` breaches it, `-` is missing. */
const points = (text: string) => text.split(' ').map((point) => (point === '-' ? undefined : point === 'X'));

const kept = 'kept';
const treatments = ['missing', 'ignore', 'breaching', 'notBreaching'] as const;
type Row = [data: string, ...states: (State | typeof kept)[]];

/** A state is the answer whatever the state before was; `kept` is an answer that is the state before. */
function expectRow([data, ...states]: Row, rule: Omit<Rule, 'missing'>): void {
  treatments.forEach((missing, index) => {
    for (const current of ['OK', 'ALARM', 'INSUFFICIENT_DATA'] as const) {
      const wanted = states[index] === kept ? current : states[index];
      const given = nextState(points(data), { ...rule, missing }, current);
      expect(given, `${data}, ${missing}, from ${current}`).toBe(wanted);
    }
  });
}

// The tables of https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarms-and-missing-data.html
describe('3 of 3 data points', () => {
  it.each<Row>([
    ['0 - X - X', 'OK', 'OK', 'OK', 'OK'],
    ['0 - - - -', 'OK', 'OK', 'OK', 'OK'],
    ['- - - - -', 'INSUFFICIENT_DATA', kept, 'ALARM', 'OK'],
    ['0 X X - X', 'ALARM', 'ALARM', 'ALARM', 'ALARM'],
    ['- - X - -', 'ALARM', kept, 'ALARM', 'OK'],
  ])('%s', (...row) => expectRow(row, { n: 3, m: 3 }));

  it.each<Row>([
    ['- - - - X', kept, kept, 'ALARM', 'OK'],
    ['- - - X -', kept, kept, 'ALARM', 'OK'],
    ['- - - X 0', 'OK', 'OK', 'OK', 'OK'],
    ['X X X X 0', 'OK', 'OK', 'OK', 'OK'],
  ])('%s is not ALARM too early', (...row) => expectRow(row, { n: 3, m: 3 }));
});

describe('2 of 3 data points', () => {
  it.each<Row>([
    ['0 - X - X', 'ALARM', 'ALARM', 'ALARM', 'ALARM'],
    ['0 0 X 0 X', 'ALARM', 'ALARM', 'ALARM', 'ALARM'],
    ['0 - X - -', 'OK', 'OK', 'ALARM', 'OK'],
    ['- - - - 0', 'OK', 'OK', 'ALARM', 'OK'],
    ['- - - X -', 'ALARM', kept, 'ALARM', 'OK'],
    ['X X 0 0 X', 'OK', 'OK', 'OK', 'OK'],
  ])('%s', (...row) => expectRow(row, { n: 3, m: 2 }));
});

describe('1 of 1 data point', () => {
  it.each<Row>([
    ['0 0 X', 'ALARM', 'ALARM', 'ALARM', 'ALARM'],
    ['X X 0', 'OK', 'OK', 'OK', 'OK'],
    ['X - -', 'ALARM', 'ALARM', 'ALARM', 'ALARM'],
    ['- - -', 'INSUFFICIENT_DATA', kept, 'ALARM', 'OK'],
  ])('%s', (...row) => expectRow(row, { n: 1, m: 1 }));
});
