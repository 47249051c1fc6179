import type { Construct } from 'constructs';
import { type Newsroom, pageEnvironment } from './newsroom.ts';
import { ServiceFunction } from './service-function.ts';

/** The function that answers what the site doesn't have. It may do nothing else. */
export function notFoundFunction(scope: Construct, { origin, files }: Newsroom): ServiceFunction {
  return pageEnvironment(new ServiceFunction(scope, 'not-found'), origin, files);
}
