import { describe, expect, it } from 'vitest';
import { type LocalStatus, statusPage } from '../../../../infra/local/front/status.ts';

const now = Date.UTC(2031, 0, 1, 12);
const quiet: LocalStatus = {
  functions: [],
  queues: [],
  alarms: [],
  latency: { toPage: undefined, toLists: undefined },
  refused: [],
  faults: {},
  invalidations: [],
  letters: 0,
  residentMegabytes: 300,
  now,
};
const page = (status: Partial<LocalStatus>) => statusPage({ ...quiet, ...status });
const alarm = (logicalId: string, state: 'OK' | 'ALARM' | 'INSUFFICIENT_DATA') => ({
  logicalId,
  description: `${logicalId} watches. See docs/operators-book.md#${logicalId}`,
  state,
  reason: 'Sum of Time: 3.',
  since: now - 61_000,
  value: 3,
});
const queue = {
  name: 'render',
  waiting: 0,
  inFlight: 0,
  oldestSeconds: 0,
  isDeadLetters: false,
  canBeSentBack: false,
};
const button = /<form method="post" action="\/_local\/redrive">.*?<button>Send back<\/button><\/form>/g;

it('looks again every five seconds, by the stack’s clock', () => {
  expect(page({})).toContain('<meta http-equiv="refresh" content="5">');
  expect(page({})).toContain('2031-01-01 12:00:00 UTC');
});

it('tells alarms by word, those in ALARM first, and where to read on', () => {
  const text = page({
    alarms: [alarm('calm', 'OK'), alarm('mute', 'INSUFFICIENT_DATA'), alarm('loud', 'ALARM')],
  });
  expect([...text.matchAll(/<b>(\w+)<\/b> for 1 min/g)].map(([, state]) => state)).toEqual([
    'ALARM',
    'INSUFFICIENT_DATA',
    'OK',
  ]);
  expect(text).toContain('loud watches. See docs/operators-book.md#loud');
  expect(text).toContain('Sum of Time: 3.');
});

describe('dead letters', () => {
  it('can be sent back where there are any', () => {
    const text = page({
      queues: [
        { ...queue, name: 'dead', waiting: 2, oldestSeconds: 190, isDeadLetters: true, canBeSentBack: true },
      ],
    });
    expect(text.match(button)).toEqual([expect.stringContaining('name="queue" value="dead"')]);
    expect(text).toContain('<td>3 min</td>');
  });

  it.each([
    ['an empty queue of dead letters', { ...queue, isDeadLetters: true }],
    ['a queue that is none', { ...queue, waiting: 2 }],
  ])('cannot be sent back from %s', (_, one) => {
    expect(page({ queues: [one] })).not.toMatch(button);
  });
});

it('gives the latency of publications, or none', () => {
  const text = page({
    latency: { toPage: { count: 4, p50: 212.4, p95: 380, worst: 1402 }, toLists: undefined },
  });
  expect(text).toContain('<td>page</td><td>4</td><td>212 ms</td><td>380 ms</td><td>1402 ms</td>');
  expect(text).toContain('<td>lists</td><td>0</td>');
});

it('shows what was refused and what chaos did, each only where there is any', () => {
  const text = page({ refused: [{ at: now - 5000, message: 'render may not' }], faults: { throttled: 3 } });
  expect(text).toContain('5 s ago: render may not');
  expect(text).toContain('<td>throttled</td><td>3</td>');
  expect(page({})).toContain('No call was refused.');
  expect(page({})).not.toContain('chaos');
});

it('escapes errors', () => {
  const text = page({ functions: [{ name: 'api', invocations: 3, errors: 1, lastError: '<script>' }] });
  expect(text).toContain('last error: &lt;script&gt;');
});
