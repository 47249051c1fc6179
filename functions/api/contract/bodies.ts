/** What requests say, beside what `shared/statement` reads by: a merge patch, which no schema is parsed by. */
import * as z from 'zod';
import { Content, EventTime } from '../../../shared/statement/content.ts';

/** A merge patch of an object: any of its fields, null to take it away. */
const patchOf = (shape: z.ZodRawShape) =>
  z.strictObject(
    Object.fromEntries(
      Object.entries(shape).map(([name, field]) => [
        name,
        z.nullable(field instanceof z.ZodDefault ? field.unwrap() : field).optional(),
      ]),
    ),
  );

/** A merge patch (RFC 7396) of a work copy's text. */
export const ContentPatch = patchOf({ ...Content.shape, event: patchOf(EventTime.shape) });
