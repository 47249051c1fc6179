import type { SealedEntry } from '../../shared/statement/audit.ts';

/** Whose words a text is, as far as nobody else has approved them; undefined where there is no such text. */
type Hands = Set<string> | undefined;

/**
 * What broke the four-eyes rule in a trail, the oldest entry first: words that went public by those who wrote them,
 * without an admin's override. It knows nothing of heads and follows only who did what.
 */
export function brokenFourEyes(trail: SealedEntry[]): string[] {
  const broken: string[] = [];
  let work: Hands;
  let live: Hands;
  let approved = false;
  /** Whether a scheduled text had been approved when it was scheduled, or has been since. */
  let earlier: boolean | undefined;
  /** Whether it is an admin's override that a text waits for its second by. */
  let isOverridden = false;
  for (const { version, action, actor, override, edition, scheduled } of trail) {
    const isSaid = override === true && actor.role === 'admin';
    const waived = isSaid || (scheduled !== undefined && isOverridden);
    const refuse = (what: string) => broken.push(`${actor.name} ${what}, as version ${version}`);
    const release = () => {
      if (!waived && (!approved || work?.has(actor.sub))) refuse('published what nobody else had approved');
      live = waived || work?.size ? new Set([...(work ?? []), actor.sub]) : new Set();
      [work, approved, earlier] = [undefined, false, undefined];
    };

    if (action === 'create' || action === 'edit')
      [work, approved, earlier] = [new Set([...(work ?? live ?? []), actor.sub]), false, undefined];
    else if (action === 'submit' || action === 'return') [approved, earlier] = [false, undefined];
    else if (action === 'discard') [work, approved, earlier] = [undefined, false, undefined];
    else if (action === 'unschedule') [approved, earlier] = [earlier ?? approved, undefined];
    else if (action === 'schedule') {
      if (!waived && (!approved || work?.has(actor.sub))) refuse('scheduled what nobody else had approved');
      [approved, earlier, isOverridden] = [true, earlier ?? approved, isSaid];
    } else if (action === 'approve' && edition !== undefined) {
      if (live?.has(actor.sub)) refuse('approved their own words afterwards');
      live = new Set();
    } else if (action === 'approve') {
      const isTheirs = work?.has(actor.sub);
      if (isTheirs && !waived) refuse('approved their own words');
      [work, approved, earlier] = [
        isTheirs ? work : new Set(),
        true,
        earlier === undefined ? undefined : true,
      ];
      isOverridden = isTheirs ? isOverridden : false;
    } else if (action === 'publish' || action === 'correct' || (action === 'restore' && approved)) release();
  }
  return broken;
}
