import type { Operation } from './operation.ts';
import { actOn } from './operations/act.ts';
import { announceAttachment, readOneAttachment } from './operations/attachments.ts';
import { readChecks } from './operations/checks.ts';
import { countStatements } from './operations/counts.ts';
import { createStatement } from './operations/create.ts';
import { deleteStatement } from './operations/delete.ts';
import { editStatement } from './operations/edit.ts';
import { listStatements } from './operations/list.ts';
import { readMe } from './operations/me.ts';
import { previewStatement } from './operations/preview.ts';
import { listPreviews, makePreview, revokePreview } from './operations/previews.ts';
import { readHistory, readStatement } from './operations/read.ts';
import { listVersions, readDifference, readVersion } from './operations/versions.ts';

type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE';

/** Every call of the API, below `/api/v1`. */
export const routes = [
  ['GET', '/me', readMe],
  ['GET', '/statements', listStatements],
  ['GET', '/statements/counts', countStatements],
  ['POST', '/statements', createStatement],
  ['GET', '/statements/{id}', readStatement],
  ['PATCH', '/statements/{id}', editStatement],
  ['DELETE', '/statements/{id}', deleteStatement],
  ['POST', '/statements/{id}/submit', actOn('submit')],
  ['POST', '/statements/{id}/approve', actOn('approve')],
  ['POST', '/statements/{id}/return', actOn('return')],
  ['POST', '/statements/{id}/publish', actOn('publish')],
  ['POST', '/statements/{id}/schedule', actOn('schedule')],
  ['POST', '/statements/{id}/unschedule', actOn('unschedule')],
  ['POST', '/statements/{id}/discard', actOn('discard')],
  ['POST', '/statements/{id}/withdraw', actOn('withdraw')],
  ['POST', '/statements/{id}/restore', actOn('restore')],
  ['POST', '/statements/{id}/amend-note', actOn('amend-note')],
  ['POST', '/statements/{id}/restrict', actOn('restrict')],
  ['POST', '/statements/{id}/notes', actOn('note')],
  ['GET', '/statements/{id}/checks', readChecks],
  ['GET', '/statements/{id}/history', readHistory],
  ['GET', '/statements/{id}/versions', listVersions],
  ['GET', '/statements/{id}/versions/{n}', readVersion],
  ['GET', '/statements/{id}/diff', readDifference],
  ['GET', '/statements/{id}/previews', listPreviews],
  ['POST', '/statements/{id}/previews', makePreview],
  ['DELETE', '/statements/{id}/previews/{pid}', revokePreview],
  ['POST', '/preview', previewStatement],
  ['POST', '/attachments', announceAttachment],
  ['GET', '/attachments/{id}', readOneAttachment],
] as const satisfies readonly (readonly [Method, string, Operation])[];

/** A call by its method and path: `GET /statements/{id}`. */
export type Route = RouteOf<(typeof routes)[number]>;
type RouteOf<Row> = Row extends readonly [infer Name extends Method, infer Path extends string, unknown]
  ? `${Name} ${Path}`
  : never;
