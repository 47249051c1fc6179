import { Attachment } from '../attachment/attachment.ts';
import type { Verdict } from '../attachment/verdict.ts';
import { Problem } from '../errors.ts';
import * as keys from '../keys.ts';
import type { KeptContent } from '../statement/statement.ts';
import type { Table } from '../table.ts';

const keyOf = (id: string) => ({ pk: keys.attachmentKey(id), sk: keys.attachmentSort });

/** Writes a new attachment; answers it, or the one that an earlier try of the same request made. */
export async function createAttachment(table: Table, attachment: Attachment): Promise<Attachment> {
  const condition = { expression: 'attribute_not_exists(pk)' };
  const { inTheWay } = await table.put({ ...keyOf(attachment.id), ...attachment }, condition);
  return inTheWay ? Attachment.parse(inTheWay) : attachment;
}

/** Reads an attachment, consistently; undefined for one that never was, or that was never used and is gone. */
export async function readAttachment(table: Table, id: string): Promise<Attachment | undefined> {
  const item = await table.get(keyOf(id));
  return item && Attachment.parse(item);
}

/** Notes that an upload has arrived. Answers the attachment, if it is not decided upon yet. */
export async function beginChecking(table: Table, id: string): Promise<Attachment | undefined> {
  const { item } = await table.update(keyOf(id), 'SET #state = :checking', {
    expression: '#state IN (:awaiting, :checking)',
    names: { '#state': 'state' },
    values: { ':awaiting': 'awaiting-upload', ':checking': 'checking' },
  });
  return item && Attachment.parse(item);
}

/** Notes what came of the check, once. */
export async function decide(table: Table, id: string, verdict: Verdict): Promise<void> {
  const reason = verdict.state === 'refused' ? verdict.reason : undefined;
  await table.update(
    keyOf(id),
    `SET #state = :state, sha256 = :sha256${reason === undefined ? '' : ', reason = :reason'}`,
    {
      expression: '#state = :checking',
      names: { '#state': 'state' },
      values: {
        ':checking': 'checking',
        ':state': verdict.state,
        ':sha256': verdict.sha256,
        ...(reason !== undefined && { ':reason': reason }),
      },
    },
  );
}

/** Notes that an attachment was public with a statement: from now on it is kept. */
export async function noteKept(table: Table, id: string): Promise<void> {
  await table.update(keyOf(id), 'SET isKept = :true REMOVE expiresAt', {
    expression: 'attribute_exists(pk)',
    values: { ':true': true },
  });
}

/** What is unused for so long, in seconds, may be gone before a publication has reached the site. */
const lastDaySeconds = 24 * 60 * 60;

/** Throws `attachment-not-ready`, with the name of each, unless all that goes with a text can be public at an instant. */
export async function requireReady(
  table: Table,
  { attachments = [] }: KeptContent,
  at: string,
): Promise<void> {
  const found = await Promise.all(attachments.map(({ id }) => readAttachment(table, id)));
  const errors = attachments.flatMap(({ id, name }, index) => {
    const obstacle = obstacleTo(found[index], at);
    return obstacle ? [{ pointer: `/attachments/${index}`, detail: `${name} (${id}) ${obstacle}` }] : [];
  });
  if (errors.length === 0) return;
  const named = errors.map(({ detail }) => detail).join('; ');
  throw new Problem('attachment-not-ready', `Not all attachments can be public: ${named}.`, { errors });
}

function obstacleTo(attachment: Attachment | undefined, at: string): string | undefined {
  const isOver = (attachment?.expiresAt ?? Number.POSITIVE_INFINITY) < Date.parse(at) / 1000 + lastDaySeconds;
  if (!attachment || isOver) return 'was not used for too long: upload it again';
  const { state, reason } = attachment;
  if (state === 'refused') return `was refused: ${reason?.replace(/\.$/, '')}`;
  return state === 'ready'
    ? undefined
    : state === 'checking'
      ? 'is still being checked'
      : 'awaits its upload';
}
