import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Clock } from '../../../../infra/local/clock.ts';
import { startSchedules } from '../../../../infra/local/events/schedules.ts';
import { allowingAllBut } from '../allowing.ts';
import { planned } from '../faults-in-test.ts';
import { resource } from '../front/resource.ts';
import { temporary } from '../temporary.ts';
import { targetOf } from './target-in-test.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

type Options = {
  target?: string;
  permissions?: ReturnType<typeof allowingAllBut>;
  faults?: ReturnType<typeof planned>;
};

function sweep(
  ScheduleExpression: string,
  { target, permissions = allowingAllBut(), faults = planned() }: Options = {},
) {
  const fn = targetOf(() => null);
  const rule = resource('Events::Rule', 'every', {
    ScheduleExpression,
    State: 'ENABLED',
    Targets: [{ Arn: target ?? fn.arn, Id: 'Target0' }],
  });
  const clock = new Clock(temporary());
  const options = { functions: [fn], permissions, faults, clock };
  const move = (milliseconds: number) => {
    vi.setSystemTime(Date.now() + milliseconds);
    clock.advance(milliseconds);
  };
  return {
    invoke: fn.invoke,
    move,
    permissions,
    start: () => startSchedules({ resources: [rule] }, options),
  };
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

  it('calls its function once when the clock is moved over many of its times, and then at its rate', () => {
    const { invoke, move, start } = sweep('rate(1 minute)');
    const end = start();
    move(24 * 60 * 60_000);
    expect(invoke).toHaveBeenCalledTimes(2);
    move(59_000);
    expect(invoke).toHaveBeenCalledTimes(2);
    vi.advanceTimersByTime(1000);
    expect(invoke).toHaveBeenCalledTimes(3);
    end();
    move(60_000);
    expect(invoke).toHaveBeenCalledTimes(3);
  });

  it('says the time at which it calls', () => {
    vi.setSystemTime('2031-03-30T00:59:00Z');
    const { invoke, move, start } = sweep('rate(1 minute)');
    const end = start();
    move(60_000);
    end();
    expect(invoke.mock.calls).toMatchObject([
      [{ time: '2031-03-30T00:59:00.000Z' }],
      [{ time: '2031-03-30T01:00:00.000Z' }],
    ]);
  });

  it('calls no function that no permission lets it call, until one does', () => {
    const permissions = allowingAllBut('lambda:InvokeFunction');
    const { invoke, start } = sweep('rate(1 minute)', { permissions });
    const end = start();
    expect(invoke).not.toHaveBeenCalled();
    expect(permissions.refusals[0]?.message).toContain('events.amazonaws.com is not authorized');
    permissions.withhold(['denied.0']);
    vi.advanceTimersByTime(60_000);
    end();
    expect(invoke).toHaveBeenCalledTimes(1);
  });

  it('calls twice where a fault duplicates it', () => {
    const faults = planned({ site: 'schedule worker', kind: 'duplicate' });
    const { invoke, start } = sweep('rate(1 minute)', { faults });
    const end = start();
    expect(invoke).toHaveBeenCalledTimes(2);
    vi.advanceTimersByTime(60_000);
    end();
    expect(invoke).toHaveBeenCalledTimes(3);
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
    expect(sweep('rate(1 minute)', { target: 'arn:gone' }).start).toThrow(
      'every.Targets: no function has the ARN arn:gone',
    );
  });
});
