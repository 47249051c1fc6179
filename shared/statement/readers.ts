import { Problem } from '../errors.ts';
import type { Caller } from './roles.ts';
import type { Head } from './statement.ts';

/** What of a statement somebody of the office may read: all of it, only what is public, or not even that it exists. */
export type Reach = 'all' | 'public' | 'nothing';

type Restrictable = Pick<Head, 'live' | 'restrictedTo'>;

/**
 * How far somebody's reading reaches. What is public is for everybody; of what is restricted and never was public, an
 * admin knows that it exists, since somebody must be able to lift a restriction.
 */
export function reachOf({ live, restrictedTo }: Restrictable, { sub, name, role }: Caller): Reach {
  if (!restrictedTo || restrictedTo.includes(sub) || restrictedTo.includes(name)) return 'all';
  return live || role === 'admin' ? 'public' : 'nothing';
}

/** A head as somebody sees it: without its work copy, unless they may read all of it. It is for showing alone. */
export function asReadBy<Some extends Head>(head: Some, caller: Caller): Some {
  return reachOf(head, caller) === 'all'
    ? head
    : { ...head, work: undefined, publishedWithoutReview: undefined };
}

/** Who may read a statement, by the names or subjects that a restriction names: its creator and whoever asks may, too. */
export function readersOf(
  createdBy: Pick<Caller, 'sub'>,
  names: string[],
  { sub, name }: Caller,
): string[] | undefined {
  if (names.length === 0) return undefined;
  const isNamed = sub === createdBy.sub || names.includes(sub) || names.includes(name);
  return [...new Set([createdBy.sub, ...names, ...(isNamed ? [] : [name])])];
}

/** Throws `invalid` for an admin who is kept out by a restriction and does anything but lift it, with a reason. */
export function requireLifting(
  head: Restrictable,
  { restrictedTo, reason }: { restrictedTo: string[]; reason?: string },
  caller: Caller,
): void {
  if (reachOf(head, caller) === 'all') return;
  const errors = [
    ...(restrictedTo.length === 0 ? [] : [{ pointer: '/restrictedTo', detail: 'is not empty' }]),
    ...(reason ? [] : [{ pointer: '/reason', detail: 'is needed to lift a restriction by others' }]),
  ];
  if (errors.length > 0)
    throw new Problem(
      'invalid',
      'An admin can lift a restriction that others have made, with a reason, which the audit trail keeps.',
      { errors },
    );
}
