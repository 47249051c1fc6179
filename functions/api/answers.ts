import type { Answer } from '../../shared/http.ts';
import { pathOf, slugOf } from '../../shared/statement/paths.ts';
import type { Head } from '../../shared/statement/statement.ts';
import { etagOf } from '../../shared/table/commit.ts';

/** The texts of a head's parts, where they are wanted. */
export type Bodies = { live?: string; work?: string };

/** A statement as the API shows it. Without `bodies`, as lists show it: its texts are left out. */
export function statementView(head: Head, origin: string, bodies: Bodies = {}) {
  const { id, version, createdAt, createdBy, live, work } = head;
  const path = addressOf(head);
  return {
    id,
    version,
    path,
    url: origin + path,
    createdAt,
    createdBy,
    live: live ? { ...shown(live), ...(bodies.live !== undefined && { body: bodies.live }) } : null,
    work: work ? { ...shown(work), ...(bodies.work !== undefined && { body: bodies.work }) } : null,
  };
}

/** The answer to a call that reads or changes one statement. */
export function statementAnswer(head: Head, origin: string, bodies: Bodies, status = 200): Answer {
  return {
    status,
    headers: { ETag: etagOf(head), ...(status === 201 && { Location: `/api/v1/statements/${head.id}` }) },
    body: statementView(head, origin, bodies),
  };
}

/** The address that a statement has, or, while it isn't public, would have by what its work copy says now. */
function addressOf({ id, live, work }: Head): string {
  if (live) return live.path;
  if (!work) throw new Error(`The statement ${id} has neither a live nor a work part`);
  const { language, date, title, type, slug } = work;
  return pathOf(language, date, slug ?? slugOf(title, { type, id }));
}

function shown<Part extends { text: string }>({ text: _, ...part }: Part) {
  return part;
}
