import type { BusEvent } from '../../../shared/events.ts';
import { messageOf } from '../publish.ts';

/** What the bus says when a statement was published: consumers take no more of it than id and language. */
export const told = (id: string): BusEvent => ({
  'detail-type': 'Statement Published',
  detail: {
    schema: 1,
    id,
    version: 1,
    edition: 1,
    language: 'en',
    type: 'statement',
    path: '/',
    title: '',
    significance: 'major',
    at: '',
  },
});

/** A batch of the queue that tells of some statements. */
export const batchOf = (...ids: string[]) => ({ Records: ids.map((id) => messageOf(told(id), `m-${id}`)) });
