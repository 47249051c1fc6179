import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startSchedules } from '../../../infra/local/schedules.ts';
import { resource } from './front/resource.ts';
import { functionOf } from './function-of.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function sweep(ScheduleExpression: string, target?: string) {
  const fn = functionOf('');
  const invoke = vi.spyOn(fn, 'invoke').mockResolvedValue(null);
  const rule = resource('Events::Rule', 'every', {
    ScheduleExpression,
    State: 'ENABLED',
    Targets: [{ Arn: target ?? fn.arn, Id: 'Target0' }],
  });
  return { invoke, start: () => startSchedules({ resources: [rule] }, [fn]) };
}

describe('a scheduled rule', () => {
  it('calls its function at once, then at its rate, until it is ended', () => {
    const { invoke, start } = sweep('rate(2 minutes)');
    const end = start();
    expect(invoke).toHaveBeenCalledTimes(1);
    expect(invoke.mock.calls[0]?.[0]).toMatchObject({
      source: 'aws.events',
      'detail-type': 'Scheduled Event',
    });
    vi.advanceTimersByTime(6 * 60_000);
    expect(invoke).toHaveBeenCalledTimes(4);
    end();
    vi.advanceTimersByTime(60 * 60_000);
    expect(invoke).toHaveBeenCalledTimes(4);
  });

  it('goes on after a failure', () => {
    const { invoke, start } = sweep('rate(1 minute)');
    invoke.mockRejectedValueOnce(new Error('no'));
    const end = start();
    vi.advanceTimersByTime(60_000);
    end();
    expect(invoke).toHaveBeenCalledTimes(2);
  });

  it.each(['cron(0 8 * * ? *)', 'rate(1 hour)', 'at(2030-01-01T00:00:00)'])(
    '%s is refused by name',
    (expression) => {
      expect(sweep(expression).start).toThrow(
        `every.ScheduleExpression: the local stack does not know ${expression}`,
      );
    },
  );

  it('for a function that is not there is refused', () => {
    expect(sweep('rate(1 minute)', 'arn:gone').start).toThrow(
      'every.Targets: no function has the ARN arn:gone',
    );
  });
});
