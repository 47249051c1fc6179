import type { Target } from '../../../shared/statement/checks/check.ts';
import { readForChecks } from '../../../shared/statement/checks/checked.ts';
import { check } from '../../../shared/statement/checks/checks.ts';
import { statementPaths } from '../../../shared/statement/checks/links.ts';
import { isLive } from '../../../shared/statement/public.ts';
import { asReadBy } from '../../../shared/statement/readers.ts';
import type { Head } from '../../../shared/statement/statement.ts';
import { readHolder } from '../../../shared/table/holder.ts';
import { readText } from '../../../shared/table/records.ts';
import { readSameTitle } from '../../../shared/table/titles.ts';
import { site } from '../../../shared/this-site.ts';
import { addressOf } from '../answers.ts';
import type { Findings } from '../contract/answers.ts';
import { findHead } from '../find.ts';
import { type Operation, origin, table } from '../operation.ts';
import { idOf } from '../request.ts';

/** `GET /statements/{id}/checks`: what a careful editor would ask about the work copy, else the live text. */
export const readChecks: Operation = async ({ event, caller, act }) => {
  const head = await findHead(idOf(event), caller);
  const part = head.work ?? head.live;
  if (!part) throw new Error(`The statement ${head.id} has neither a live nor a work part`);
  const content = await readText(table, head.id, part.text);
  const given = {
    content,
    excerpt: part.excerpt,
    publicDate: head.live?.date,
    origin,
    now: new Date(act.at),
  };
  const text = readForChecks(site, given);
  const [targets, same] = await Promise.all([
    readTargets(statementPaths(text)),
    readSameTitle(table, head.id, part),
  ]);
  // A draft for others to read is not told of.
  const sameTitle = (same && addressOf(asReadBy(same, caller))) ?? undefined;
  const items = check({ ...text, targets, sameTitle });
  return { status: 200, body: { items, next: null } satisfies Findings };
};

/** What is at each of these addresses. */
async function readTargets(paths: string[]): Promise<Map<string, Target>> {
  return new Map(
    await Promise.all(
      paths.map(async (path) => [path, targetAt(path, await readHolder(table, path))] as const),
    ),
  );
}

/** An address may be taken for what isn't public there yet. */
function targetAt(path: string, head: Head | undefined): Target {
  if (!head || head.deleted) return 'nothing';
  const isPublic = head.live && [head.live.path, ...head.live.formerPaths].includes(path);
  if (!isPublic) return 'not public';
  return isLive(head) ? 'public' : 'withdrawn';
}
