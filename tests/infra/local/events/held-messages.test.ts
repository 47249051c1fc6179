import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { Clock } from '../../../../infra/local/clock.ts';
import { HeldMessages } from '../../../../infra/local/events/held-messages.ts';
import { temporary } from '../temporary.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date', 'setInterval', 'clearInterval'] });
});
afterEach(() => {
  vi.useRealTimers();
});

const message = (body: string, groupId?: string) => ({ queueArn: 'arn:render', body, groupId });

/** Messages held in a folder, and the bodies of those that were sent. */
function heldIn(folder = temporary(), send: (body: string) => void = () => undefined) {
  const sent: string[] = [];
  const clock = new Clock(folder);
  const held = new HeldMessages(join(folder, 'held.sqlite'), clock, ({ body }) => {
    sent.push(body);
    send(body);
  });
  let isOpen = true;
  const close = () => {
    if (isOpen) held.close();
    isOpen = false;
  };
  onTestFinished(close);
  return { held, sent, clock, close };
}

describe('a message', () => {
  it('is sent once, when its time has come, as it was given', () => {
    const sent: unknown[] = [];
    const folder = temporary();
    const held = new HeldMessages(
      join(folder, 'held.sqlite'),
      new Clock(folder),
      (one) => void sent.push(one),
    );
    onTestFinished(() => held.close());
    held.hold(message('é', 'en'), 1000);
    held.hold(message('without a group'), 1000);
    vi.advanceTimersByTime(999);
    expect(sent).toEqual([]);
    vi.advanceTimersByTime(10_000);
    expect(sent).toEqual([message('é', 'en'), message('without a group')]);
  });

  it('goes in the order of the times, not of the holding', () => {
    const { held, sent } = heldIn();
    for (const [body, after] of [
      ['c', 300],
      ['a', 100],
      ['b', 200],
    ] as const)
      held.hold(message(body), after);
    vi.advanceTimersByTime(1000);
    expect(sent).toEqual(['a', 'b', 'c']);
  });

  it('goes at once when the clock was moved over its time', () => {
    const { held, sent, clock } = heldIn();
    held.hold(message('a'), 3_600_000);
    vi.setSystemTime(Date.now() + 3_600_000);
    clock.advance(3_600_000);
    expect(sent).toEqual(['a']);
  });
});

describe('after a restart', () => {
  it('what was held is sent, and what was sent is not', () => {
    const folder = temporary();
    const first = heldIn(folder);
    first.held.hold(message('sent'), 100);
    first.held.hold(message('kept'), 10_000);
    vi.advanceTimersByTime(1000);
    expect(first.sent).toEqual(['sent']);
    first.close();
    const second = heldIn(folder);
    vi.advanceTimersByTime(60_000);
    expect(second.sent).toEqual(['kept']);
  });

  it('what was cut off in the middle of its sending is sent again', () => {
    const folder = temporary();
    const first = heldIn(folder, () => {
      throw new Error('killed');
    });
    first.held.hold(message('a'), 0);
    expect(() => vi.advanceTimersByTime(1000)).toThrow('killed');
    first.close();
    const second = heldIn(folder);
    vi.advanceTimersByTime(1000);
    expect(second.sent).toEqual(['a']);
  });

  it('it is in the file before anybody was told that it is held', () => {
    const folder = temporary();
    heldIn(folder).held.hold(message('a'), 1000);
    const other = new DatabaseSync(join(folder, 'held.sqlite'), { readOnly: true });
    expect(other.prepare('SELECT body FROM held').all()).toMatchObject([{ body: 'a' }]);
    other.close();
  });
});
