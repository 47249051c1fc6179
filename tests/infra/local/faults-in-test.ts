import { Faults, PlannedFault } from '../../../infra/local/faults/faults.ts';
import { temporary } from './temporary.ts';

/** No faults but these, which meet calls in their order. */
export function planned(
  ...faults: { site: string; kind: string; times?: number; extent?: number }[]
): Faults {
  const made = new Faults(undefined, 1, temporary());
  for (const fault of faults) made.plan(PlannedFault.parse(fault));
  return made;
}
