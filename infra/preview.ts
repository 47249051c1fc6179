import type { Construct } from 'constructs';
import { previewsPrefix } from '../shared/keys.ts';
import { type Newsroom, pageEnvironment } from './newsroom.ts';
import { ServiceFunction } from './service-function.ts';

/**
 * The function that opens previews for whoever has their links. It may read single items, and write where previews lie
 * alone: it is open to everybody, and changes no statement.
 */
export function previewFunction(scope: Construct, { state, origin, files }: Newsroom): ServiceFunction {
  const preview = new ServiceFunction(scope, 'preview');
  preview.bind('TABLE_NAME', state.table.table.tableName, (grantee) => {
    state.table.grant(grantee, ['GetItem']);
    state.table.grantPutBelow(grantee, previewsPrefix);
  });
  return pageEnvironment(preview, origin, files);
}
