import { Problem } from '../../shared/errors.ts';
import type { SealedEntry } from '../../shared/statement/audit.ts';
import { reachOf } from '../../shared/statement/readers.ts';
import type { Caller } from '../../shared/statement/roles.ts';
import type { Head } from '../../shared/statement/statement.ts';
import { type Version, versionAt } from '../../shared/statement/versions.ts';
import { staleVersion } from '../../shared/table/commit.ts';
import { readHead } from '../../shared/table/heads.ts';
import { readText } from '../../shared/table/records.ts';
import type { Bodies } from './answers.ts';
import { type Call, table } from './operation.ts';
import { idOf, versionMatched } from './request.ts';

/** The head of a statement of which somebody may read at least something. Throws `not-found`, for a deleted one too. */
export async function findVisibleHead(id: string, caller: Caller): Promise<Head> {
  const head = await readHead(table, id);
  if (!head || reachOf(head, caller) === 'nothing') throw noStatement();
  return present(head);
}

/** The head of a statement of which somebody may read all, though it may be deleted. Throws `not-found`. */
export async function findAnyHead(id: string, caller: Caller): Promise<Head> {
  const head = await readHead(table, id);
  if (!head || reachOf(head, caller) !== 'all') throw noStatement();
  return head;
}

/** The head of a statement of which somebody may read all. Throws `not-found`, for a deleted one too. */
export const findHead = async (id: string, caller: Caller): Promise<Head> =>
  present(await findAnyHead(id, caller));

const noStatement = () => new Problem('not-found', 'There is no statement with this id.');

/** A head as it is. Throws `not-found` if its statement was deleted. */
export function present(head: Head): Head {
  if (!head.deleted) return head;
  throw new Problem('not-found', `This statement was deleted at ${head.deleted.at}. Its history is left.`);
}

/** The texts of a head's live and work parts, read at once. */
export async function readBodies({ id, live, work }: Head): Promise<Bodies> {
  const bodyOf = async (part: { text: string } | undefined) =>
    part && (await readText(table, id, part.text)).body;
  const [liveBody, workBody] = await Promise.all([bodyOf(live), bodyOf(work)]);
  return {
    ...(liveBody !== undefined && { live: liveBody }),
    ...(workBody !== undefined && { work: workBody }),
  };
}

/** The change that a version's text came with, out of its trail. Throws `not-found` for one that isn't there yet. */
export function versionIn(trail: SealedEntry[], head: Head, number: number): Version {
  const version = versionAt(trail, number);
  if (version && number <= head.version) return version;
  throw new Problem('not-found', `There is no version ${number}. The newest is ${head.version}.`);
}

/**
 * The head that a change is meant for, if it is permitted, at the version that If-Match names. Throws `stale-version`
 * if it moved.
 */
export async function findHeadAt({ event, caller }: Pick<Call, 'event' | 'caller'>): Promise<Head> {
  const version = versionMatched(event);
  const head = await findVisibleHead(idOf(event), caller);
  if (head.version !== version) throw staleVersion(head);
  return head;
}
