import { Problem } from '../errors.ts';
import { publicSort, textSort } from '../keys.ts';
import { type Act, born, type Change, changeOf, entryOf, listing, personOf, type Text } from './change.ts';
import { digestOf, saidOf, type WithLive, type WithWork } from './drafting.ts';
import { type Edition, editionOf } from './edition.ts';
import { withHand } from './hands.ts';
import { pathOf } from './paths.ts';
import { isApproved } from './permission.ts';
import {
  channels,
  type Head,
  type KeptContent,
  type LivePart,
  type Override,
  type Significance,
} from './statement.ts';

/** What a publication has taken before its head moves: its slug, a citable number, the edition of an original. */
export type Taken = Pick<LivePart, 'slug' | 'reference' | 'follows'>;

/** What an edition says in public of itself: every one but the first and a mere restoration has to. */
export type PublicNote = { note?: string; significance?: Significance };

/** An edition to be: what makes it, the words and the key of their record, what it has taken and what it says. */
type Release = {
  action: Edition['action'];
  text: Text;
  sort: string;
  taken: Taken;
  note?: PublicNote;
  override?: Override;
};

/** A new statement that is public with its first version. */
export function createPublished(id: string, text: Text, taken: Taken, act: Act): Change {
  const sort = textSort(1, act.change);
  const release = { action: 'publish' as const, text, sort, taken };
  const live = liveOf(undefined, 1, release, act);
  return {
    before: undefined,
    after: { ...born(id, act), live, pending: pendingSince(act) },
    text: text.content,
    record: recordOf(undefined, live, 1, release, act),
    entry: entryOf(1, 'publish', act, { text: sort, digest: digestOf(text.content), edition: 1 }),
  };
}

/** The live part that a text would have as a first edition, for a preview: nothing is taken for it. */
export const previewOf = (text: Text, slug: string, act: Act): LivePart =>
  liveOf(undefined, 1, { action: 'publish', text, sort: '', taken: { slug, reference: '' } }, act);

/** The work copy becomes what the public sees: the first edition, or a correction over a live part. */
export function publish(
  before: WithWork,
  content: KeptContent,
  taken: Taken,
  act: Act,
  note: PublicNote,
  override?: Override,
): Change {
  const said = before.live ? { action: 'correct' as const, note } : { action: 'publish' as const };
  return releaseWork(before, content, { ...said, taken, override }, act);
}

/** What was withdrawn is public again, with the text of its work copy. */
export function restoreWork(
  before: WithLive & WithWork,
  content: KeptContent,
  taken: Taken,
  act: Act,
  note: PublicNote,
  override?: Override,
): Change {
  return releaseWork(before, content, { action: 'restore', note, taken, override }, act);
}

/** What was withdrawn is public again as it was. Whoever was told that it is gone is told that it is back. */
export function restoreLast(before: WithLive, content: KeptContent, act: Act, said: PublicNote): Change {
  const { text: sort, excerpt } = before.live;
  const note = { note: said.note, significance: said.significance ?? 'major' };
  return releaseOf(
    before,
    { action: 'restore', text: { content, excerpt }, sort, taken: before.live, note },
    act,
  );
}

/** Throws `invalid` unless an edition says what it has to when its words have changed in public. */
export function requirePublicNote({ note, significance }: PublicNote): void {
  const errors = [
    ...(note ? [] : [{ pointer: '/note', detail: 'is needed for a correction: readers are shown it' }]),
    ...(significance
      ? []
      : [{ pointer: '/significance', detail: 'is needed for a correction: minor or major' }]),
  ];
  if (errors.length > 0)
    throw new Problem('invalid', 'A correction needs a public note and a significance.', { errors });
}

/** Every channel is awaited since an act. */
export const pendingSince = ({ at }: Act) => ({ since: at, channels: [...channels] });

function releaseOf(before: Head, release: Release, act: Act): Change {
  const { action, sort, note, override } = release;
  const version = before.version + 1;
  const live = liveOf(before.live, version, release, act);
  const said = { text: sort, edition: live.edition, ...note, ...saidOf(override) };
  return {
    ...changeOf(before, action, act, { live, pending: pendingSince(act) }, said),
    record: recordOf(before.live, live, version, release, act),
  };
}

/** The work copy goes, as it is public now; and so does the flag of a live text that went without review. */
function releaseWork(
  before: WithWork,
  content: KeptContent,
  release: Omit<Release, 'text' | 'sort'>,
  act: Act,
): Change {
  const { text: sort, excerpt } = before.work;
  const change = releaseOf(before, { ...release, text: { content, excerpt }, sort }, act);
  const publishedWithoutReview = flagOf(before, act, release.override);
  return { ...change, after: { ...change.after, work: undefined, publishedWithoutReview } };
}

/** The flag that a released work copy has: of an override; or of the text before, unless this one is reviewed. */
function flagOf({ work, publishedWithoutReview }: WithWork, act: Act, override?: Override) {
  const without = override ?? work.withoutReview;
  if (without) return { ...without, handsOn: withHand(withHand(work.handsOn, without.by), personOf(act)) };
  const isReviewed = isApproved(work.state) && work.handsOn.length === 0;
  return isReviewed ? undefined : publishedWithoutReview;
}

/** The live part of the next edition. */
function liveOf(
  before: LivePart | undefined,
  version: number,
  { action, text, sort, taken: { slug, reference, follows }, note: { note, significance } = {} }: Release,
  { at, change }: Act,
): LivePart {
  const path = pathOf(text.content.language, text.content.date, slug);
  const paths = before ? [...before.formerPaths, before.path] : [];
  return {
    ...listing(text),
    edition: (before?.edition ?? 0) + 1,
    text: sort,
    slug,
    path,
    formerPaths: paths.filter((former) => former !== path),
    reference,
    follows,
    firstPublished: before?.firstPublished ?? at,
    lastMajorChange: before && significance !== 'major' ? before.lastMajorChange : at,
    lastChange: at,
    note,
    significance,
    act: action,
    record: publicSort(version, change),
  };
}

function recordOf(
  before: LivePart | undefined,
  { edition, note, significance }: LivePart,
  version: number,
  { action, sort, text }: Release,
  { at }: Act,
): Edition {
  const files = text.content.attachments?.map(({ id, file }) => ({ id, file }));
  const told = { action, edition, version, at, text: sort, note, significance, previous: before?.record };
  return editionOf({ ...told, ...(files && { files }) }, text.content);
}
