import type { LocalFunction } from '../functions/functions.ts';

/** What those who bring events to a function need of it. */
export type Target = Pick<LocalFunction, 'name' | 'arn' | 'role' | 'timeoutSeconds' | 'invoke'>;
