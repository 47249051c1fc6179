import { randomBytes } from 'node:crypto';
import { Problem } from '../../../shared/errors.ts';
import { parse } from '../../../shared/statement/accept.ts';
import { sha256 } from '../../../shared/statement/audit.ts';
import { limits } from '../../../shared/statement/content.ts';
import {
  expiryOf,
  isPublished,
  make,
  NewPreview,
  type Preview,
  permitPreviews,
  revoke,
  stateOf,
} from '../../../shared/statement/previews.ts';
import type { Head } from '../../../shared/statement/statement.ts';
import { commitPreview, readPreview, readPreviews } from '../../../shared/table/previews.ts';
import { readTrail } from '../../../shared/table/records.ts';
import type { MadePreview, PreviewView } from '../contract/answers.ts';
import { findHead, versionIn } from '../find.ts';
import { newId } from '../new-id.ts';
import { type Operation, origin, table } from '../operation.ts';
import { idOf, jsonBody } from '../request.ts';

/** `POST /statements/{id}/previews`: an embargoed copy for somebody outside; its link is told this once. */
export const makePreview: Operation = async ({ event, caller, act, resumed }) => {
  permitPreviews(caller);
  const { version, ...asked } = parse(NewPreview, jsonBody(event));
  const opensUntil = expiryOf(asked, act.at);
  const head = await findHead(idOf(event), caller);
  const number = version ?? head.version;
  const { text } = versionIn(await readTrail(table, head), head, number);
  if (isPublished({ text }, head.live))
    throw new Problem('illegal-transition', `Version ${number} is public, or a later one is.`);
  await requireRoom(head, act.at);

  const id = newId(act, 16);
  const before = resumed ? await readPreview(table, head.id, id) : undefined;
  const token = randomBytes(32).toString('base64url');
  const { recipient, email } = asked;
  const of = { version: number, text };
  const making = { id, statement: head.id, digest: sha256(token), recipient, email, of, opensUntil };
  if (!(await commitPreview(table, make(before, making, act), act.change)))
    throw new Problem('request-in-progress', 'The same request is still being carried out.');
  const url = `${origin}/preview/${token}`;
  const body: MadePreview = { id, url, recipient, version: number, expiresAt: opensUntil };
  return { status: 201, body };
};

/** `GET /statements/{id}/previews`: every preview of a statement, the newest first, without its link. */
export const listPreviews: Operation = async ({ event, caller, act }) => {
  const head = await findHead(idOf(event), caller);
  const previews = await readPreviews(table, head.id);
  return {
    status: 200,
    body: { items: previews.map((preview) => previewView(preview, head, act.at)), next: null },
  };
};

/** `DELETE /statements/{id}/previews/{pid}`: its link leads nowhere from now on. Once revoked, it stays so. */
export const revokePreview: Operation = async ({ event, caller, act }) => {
  permitPreviews(caller);
  const { id } = await findHead(idOf(event), caller);
  for (;;) {
    const preview = await readPreview(table, id, event.pathParameters?.['pid'] ?? '');
    if (!preview) throw new Problem('not-found', 'This statement has no preview with this id.');
    if (preview.revoked || (await commitPreview(table, revoke(preview, act), act.change)))
      return { status: 204 };
  }
};

async function requireRoom(head: Head, now: string): Promise<void> {
  const previews = await readPreviews(table, head.id);
  const open = previews.filter((preview) => stateOf(preview, head, now) === 'open');
  if (open.length >= limits.openPreviews)
    throw new Problem(
      'too-large',
      `The statement has ${open.length} open previews, which is their limit. Revoke one, or let one expire.`,
    );
}

function previewView(preview: Preview, head: Head, now: string): PreviewView {
  const { id, recipient, email, of, createdAt, createdBy, opensUntil, revoked, openings } = preview;
  return {
    id,
    recipient,
    email: email ?? null,
    version: of.version,
    createdAt,
    createdBy: createdBy.name,
    expiresAt: opensUntil,
    state: stateOf(preview, head, now),
    revokedAt: revoked?.at ?? null,
    openings: { count: openings.count, last: openings.last ?? null },
  };
}
