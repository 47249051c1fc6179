import { randomBytes } from 'node:crypto';
import type { Act } from '../../shared/statement/change.ts';

/**
 * An id for what a request makes, of so many hexadecimal digits. One that follows from the Idempotency-Key lets a retry
 * find what a try that died had made.
 */
export const newId = ({ request }: Act, digits: number): string =>
  request?.slice(0, digits) ?? randomBytes(digits / 2).toString('hex');
