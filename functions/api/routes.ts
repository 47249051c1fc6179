import type { Operation } from './operation.ts';
import { createStatement } from './operations/create.ts';
import { editStatement } from './operations/edit.ts';
import { listStatements } from './operations/list.ts';
import { readMe } from './operations/me.ts';
import { previewStatement } from './operations/preview.ts';
import { publishStatement } from './operations/publish.ts';
import { readHistory, readStatement } from './operations/read.ts';

type Method = 'GET' | 'POST' | 'PATCH';

/** Every call of the API, below `/api/v1`. */
export const routes: [Method, string, Operation][] = [
  ['GET', '/me', readMe],
  ['GET', '/statements', listStatements],
  ['POST', '/statements', createStatement],
  ['GET', '/statements/{id}', readStatement],
  ['PATCH', '/statements/{id}', editStatement],
  ['POST', '/statements/{id}/publish', publishStatement],
  ['GET', '/statements/{id}/history', readHistory],
  ['POST', '/preview', previewStatement],
];
