import * as z from 'zod';
import { parse } from '../../../shared/statement/accept.ts';
import { differenceOf } from '../../../shared/statement/difference.ts';
import { type Version, versionsOf } from '../../../shared/statement/versions.ts';
import { readText, readTrail } from '../../../shared/table/records.ts';
import type { DifferenceView, VersionView, VersionWithText } from '../contract/answers.ts';
import { DifferenceQuery, VersionNumber } from '../contract/queries.ts';
import { findHead, versionIn } from '../find.ts';
import { type Call, type Operation, table } from '../operation.ts';
import { idOf } from '../request.ts';

const Named = z.object({ n: VersionNumber });

/** `GET /statements/{id}/versions`: every text that the statement had, the newest first, without the words. */
export const listVersions: Operation = async ({ event, caller }) => {
  const trail = await readTrail(table, await findHead(idOf(event), caller));
  return { status: 200, body: { items: versionsOf(trail).map(versionView), next: null } };
};

/** `GET /statements/{id}/versions/{n}`: the text as it stood at a version, and the change that had made it. */
export const readVersion: Operation = async (call) => {
  const { n } = parse(Named, call.event.pathParameters);
  const [version] = await findVersions(call, [n]);
  const body: VersionWithText | undefined = version && {
    ...versionView(version),
    content: await textOf(call, version),
  };
  return { status: 200, body };
};

/** `GET /statements/{id}/diff?from&to`: what changed from one version's text to another's, word by word. */
export const readDifference: Operation = async (call) => {
  const { from, to } = parse(DifferenceQuery, call.event.queryStringParameters ?? {});
  const versions = await findVersions(call, [from, to]);
  const [earlier, later] = await Promise.all(versions.map((version) => textOf(call, version)));
  const body: DifferenceView | undefined = earlier && later && { from, to, ...differenceOf(earlier, later) };
  return { status: 200, body };
};

/** The changes that the texts of these versions came with. Throws `not-found` for a version that isn't there yet. */
async function findVersions({ event, caller }: Call, numbers: number[]): Promise<Version[]> {
  const head = await findHead(idOf(event), caller);
  const trail = await readTrail(table, head);
  return numbers.map((number) => versionIn(trail, head, number));
}

const textOf = ({ event }: Call, { text }: Version) => readText(table, idOf(event), text);

const versionView = ({ version, at, actor, action, edition }: Version): VersionView => ({
  version,
  at,
  by: actor.name,
  action,
  edition,
});
