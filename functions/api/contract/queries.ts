/** What the addresses of the API's calls say: their query strings and the numbers in their paths. */
import * as z from 'zod';
import { workStates } from '../../../shared/statement/statement.ts';

const flag = z
  .stringbool({ truthy: ['true'], falsy: ['false'], error: 'is neither true nor false' })
  .optional();

export const ListQuery = z.strictObject({
  state: z.enum([...workStates, 'live', 'withdrawn']).optional(),
  type: z.string().max(60).optional(),
  language: z.string().max(35).optional(),
  topic: z.string().max(60).optional(),
  author: z.string().max(200).optional(),
  waiting: flag,
  due: flag,
  mine: flag,
  q: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
  cursor: z.string().max(200).optional(),
});

export const VersionNumber = z.coerce.number().int().min(1);

export const DifferenceQuery = z.strictObject({ from: VersionNumber, to: VersionNumber });
