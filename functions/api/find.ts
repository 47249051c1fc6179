import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { Problem } from '../../shared/errors.ts';
import type { Head } from '../../shared/statement/statement.ts';
import { staleVersion } from '../../shared/table/commit.ts';
import { readHead } from '../../shared/table/heads.ts';
import { readText } from '../../shared/table/records.ts';
import type { Bodies } from './answers.ts';
import { table } from './operation.ts';
import { idOf, versionMatched } from './request.ts';

/** The head of the statement with this id. Throws `not-found`. */
export async function findHead(id: string): Promise<Head> {
  const head = await readHead(table, id);
  if (!head) throw new Problem('not-found', 'There is no statement with this id.');
  return head;
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

/** The head that a change is meant for, at the version that If-Match names. Throws `stale-version` if it moved. */
export async function findHeadAt(event: APIGatewayProxyEventV2): Promise<Head> {
  const version = versionMatched(event);
  const head = await findHead(idOf(event));
  if (head.version !== version) throw staleVersion(head);
  return head;
}
