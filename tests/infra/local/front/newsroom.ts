import type { Deployed, Resource } from '../../../../infra/local/template/template.ts';
import { type ApiChanges, apiOf } from './api.ts';
import { type EdgeChanges, edgeOf } from './edge.ts';
import { signInOf } from './pool.ts';

/** What a test may have otherwise, and further resources. */
export type Changes = EdgeChanges & ApiChanges & { more?: Resource[] };

/** A small newsroom's resources, reached at the origin. */
export function newsroom(origin: string, changes: Changes = {}): Deployed {
  const api = apiOf(`${origin}/_local/sign-in`, changes);
  return { resources: [...edgeOf(changes), ...api, ...signInOf(origin), ...(changes.more ?? [])] };
}
