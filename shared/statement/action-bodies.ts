import * as z from 'zod';
import { line, paragraphs, RestrictedTo } from './content.ts';
import { saidMoment } from './moment.ts';
import { Significance } from './statement.ts';
import type { Action } from './transitions.ts';

const publicNote = line(1000);
const inside = paragraphs(5000);
const overridable = { override: z.boolean().optional(), reason: inside.optional() };
const noted = { note: publicNote.optional(), significance: Significance.optional() };

const bodies = {
  submit: z.strictObject({}),
  approve: z.strictObject(overridable),
  return: z.strictObject({ note: inside }),
  publish: z.strictObject({ ...noted, ...overridable }),
  schedule: z.strictObject({ ...saidMoment, ...noted, ...overridable }),
  unschedule: z.strictObject({}),
  discard: z.strictObject({}),
  withdraw: z.strictObject({
    reason: publicNote,
    keepText: z.boolean(),
    replacedBy: z.string().min(1, 'is empty').max(60).optional(),
  }),
  restore: z.strictObject({ ...noted, ...overridable }),
  'amend-note': z.strictObject({ edition: z.int().min(1), note: publicNote }),
  restrict: z.strictObject({ restrictedTo: RestrictedTo, reason: inside.optional() }),
  note: z.strictObject({ note: inside }),
} as const satisfies Partial<Record<Action, z.ZodType>>;

/** The actions that are one POST each; `edit` and `delete` are calls of their own. */
export type PostedAction = keyof typeof bodies;
export type ActionBodies = { [Name in PostedAction]: z.output<(typeof bodies)[Name]> };

/** What the body of each action says. */
export const actionBodies: { [Name in PostedAction]: z.ZodType<ActionBodies[Name]> } = bodies;
