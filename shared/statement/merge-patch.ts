import { Problem } from '../errors.ts';

/** Deeper than any document of ours; a patch below it can't overflow the stack. */
const deepest = 32;

/**
 * JSON Merge Patch, RFC 7396, section 2: a member that is null goes, an object is merged, anything else
 * replaces. Throws `malformed` for a patch nested over 32 levels deep.
 */
export function mergePatch(target: unknown, patch: unknown, depth = 0): unknown {
  if (depth > deepest)
    throw new Problem('malformed', `The patch is nested more than ${deepest} levels deep.`);
  if (!isObject(patch)) return patch;
  const merged = new Map(Object.entries(isObject(target) ? target : {}));
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) merged.delete(key);
    else merged.set(key, mergePatch(merged.get(key), value, depth + 1));
  }
  return Object.fromEntries(merged);
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
