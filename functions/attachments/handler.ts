import * as z from 'zod';
import { verdictOn } from '../../shared/attachment/verdict.ts';
import { env } from '../../shared/env.ts';
import { idOfUpload } from '../../shared/keys.ts';
import { consumerOf } from '../../shared/queue.ts';
import { beginChecking, decide } from '../../shared/table/attachments.ts';
import { tableOf } from '../../shared/table.ts';
import { readUpload } from '../../shared/uploads.ts';
import { examine } from './examine.ts';

const { TABLE_NAME, UPLOADS_BUCKET } = env('TABLE_NAME', 'UPLOADS_BUCKET');
const table = tableOf(TABLE_NAME);

/**
 * What S3 tells EventBridge of an object that has arrived.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/ev-events.html
 */
const Arrival = z.object({
  'detail-type': z.literal('Object Created'),
  detail: z.object({ object: z.object({ key: z.string() }) }),
});
type Arrival = z.output<typeof Arrival>;

const idOf = ({ detail }: Arrival): string => idOfUpload(detail.object.key);

/** Checks each upload that has arrived, once: whether its bytes are what was announced. */
export const handler = consumerOf({
  Event: Arrival,
  groupOf: idOf,
  traceOf: (events) => ({ attachments: [...new Set(events.map(idOf))] }),
  handle: async ([event]) => {
    const attachment = event && (await beginChecking(table, idOf(event)));
    if (!attachment) return;
    const findings = await examine(await readUpload(UPLOADS_BUCKET, attachment.id));
    await decide(table, attachment.id, verdictOn(attachment, findings));
  },
});
