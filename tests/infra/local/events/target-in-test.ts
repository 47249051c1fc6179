import { vi } from 'vitest';
import type { Target } from '../../../../infra/local/events/target.ts';

/** A function at the end of an event's way, that handles its calls so. */
export const targetOf = (handle: (event: unknown) => unknown) => {
  const invoke = vi.fn(async (event: unknown) => handle(event));
  return {
    name: 'worker',
    arn: 'arn:aws:lambda:us-east-1:000000000000:function:newsroom-worker',
    role: 'arn:aws:iam::000000000000:role/worker',
    timeoutSeconds: 5,
    invoke,
  } satisfies Target;
};
