import type { Construct } from 'constructs';
import { type Newsroom, pageEnvironment } from './newsroom.ts';
import { ServiceFunction } from './service-function.ts';

/** The function that answers what the site doesn't have: it may look up who had an address, and nothing else. */
export function notFoundFunction(scope: Construct, { state, origin, files }: Newsroom): ServiceFunction {
  const notFound = new ServiceFunction(scope, 'not-found');
  notFound.bind('TABLE_NAME', state.table.table.tableName, (grantee) =>
    state.table.grant(grantee, ['GetItem']),
  );
  return pageEnvironment(notFound, origin, files);
}
