import type { Construct } from 'constructs';
import { type Newsroom, pageEnvironment } from './newsroom.ts';
import { ServiceFunction } from './service-function.ts';

/** The HTTP API's function. */
export function apiFunction(scope: Construct, { state, origin, files }: Newsroom): ServiceFunction {
  const api = new ServiceFunction(scope, 'api');
  api.bind('TABLE_NAME', state.table.table.tableName, (grantee) =>
    state.table.grant(
      grantee,
      ['GetItem', 'PutItem', 'DeleteItem', 'Query'],
      ['by-creation', 'live-by-date'],
    ),
  );
  return pageEnvironment(api, origin, files);
}
