import type { Construct } from 'constructs';
import { type Newsroom, pageEnvironment } from './newsroom.ts';
import { ServiceFunction } from './service-function.ts';

/** The HTTP API's function. */
export function apiFunction(scope: Construct, { state, origin, files }: Newsroom): ServiceFunction {
  const api = new ServiceFunction(scope, 'api');
  api
    .bind('TABLE_NAME', state.table.table.tableName, (grantee) =>
      state.table.grant(
        grantee,
        ['GetItem', 'BatchGetItem', 'PutItem', 'UpdateItem', 'DeleteItem', 'Query'],
        ['by-creation', 'unindexed', 'live-by-date'],
      ),
    )
    .bind('SEARCH_TABLE', state.search.table.tableName, (grantee) => state.search.grant(grantee, ['Query']))
    .bind('UPLOADS_URL', state.uploads.url, (grantee) => state.uploads.grantUpload(grantee));
  return pageEnvironment(api, origin, files);
}
