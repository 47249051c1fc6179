import { vi } from 'vitest';

/** A morning, so that no run comes to another day. */
const start = Date.parse('2026-05-04T06:00:00.000Z');
let now = start;

/** The time of the newsroom stands still but for what is let pass, in milliseconds. */
export const clock = {
  start(): void {
    now = start;
    vi.useFakeTimers({ toFake: ['Date'], now });
  },
  pass(milliseconds: number): void {
    now += milliseconds;
    vi.setSystemTime(now);
  },
  get now(): number {
    return now;
  },
  get instant(): string {
    return new Date(now).toISOString();
  },
};
