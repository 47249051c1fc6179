import { Problem } from '../errors.ts';
import { textSort } from '../keys.ts';
import type { Entry } from './audit.ts';
import { type Edition, editionOf } from './edition.ts';
import { pathOf } from './paths.ts';
import type { Caller } from './roles.ts';
import {
  channels,
  type Head,
  type KeptContent,
  type Listing,
  type LivePart,
  type Significance,
  type WorkPart,
} from './statement.ts';

/** Who changes a statement, when, and the id of this very change, that its records are kept under. */
export type Act = { caller: Caller; at: string; change: string; request?: string };

/** A change as the rules decided it: the head to come but for its seal, and the records that go first. */
export type Change = {
  before: Head | undefined;
  after: Omit<Head, 'lastEntry'>;
  text?: KeptContent;
  edition?: Edition;
  entry: Entry;
};

/** A text with what lists show of it. */
export type Text = { content: KeptContent; excerpt: string };

/** A new statement with a work copy in `draft`. */
export function create(id: string, text: Text, act: Act): Change {
  const sort = textSort(1, act.change);
  const work = { ...listing(text), state: 'draft' as const, text: sort };
  return {
    before: undefined,
    after: { ...born(id, act), work },
    text: text.content,
    entry: entry(1, 'create', act, { text: sort }),
  };
}

/** A new statement that is public with its first version. `slug` is the one its address was taken with. */
export function createPublished(id: string, text: Text, slug: string, act: Act): Change {
  const sort = textSort(1, act.change);
  const live = firstEdition(text, sort, slug, act.at);
  return { ...published(undefined, { ...born(id, act), live }, text.content, act), text: text.content };
}

/** A new text of the work copy; makes one beside the live part if there is none. It goes back to `draft`. */
export function edit(before: Head, text: Text, act: Act): Change {
  const { live } = before;
  const { content } = text;
  if (
    live &&
    (content.language !== live.language ||
      content.date !== live.date ||
      (content.slug && content.slug !== live.slug))
  )
    throw new Problem(
      'illegal-transition',
      'The language, date and slug of something public stay as they are: they are its address.',
    );
  const version = before.version + 1;
  const sort = textSort(version, act.change);
  const work = { ...listing(text), state: 'draft' as const, text: sort };
  return {
    before,
    after: { ...unsealed(before), version, work },
    text: content,
    entry: entry(version, 'edit', act, { text: sort }),
  };
}

/** What a correction must say in public. */
export type CorrectionNote = { note?: string; significance?: Significance };

/**
 * The work copy becomes what the public sees: the first edition, or over a live part a correction, which
 * needs a public note and a significance. `slug` is the one its address was taken with.
 */
export function publish(
  before: Head & { work: WorkPart },
  content: KeptContent,
  slug: string,
  act: Act,
  said: CorrectionNote,
): Change {
  const { work, live, ...rest } = before;
  const text = { content, excerpt: work.excerpt };
  const next = live
    ? correction(live, text, work.text, act.at, said)
    : firstEdition(text, work.text, slug, act.at);
  return published(before, { ...unsealed(rest), version: before.version + 1, live: next }, content, act);
}

/** The refusal to publish a statement whose newest text is public already. */
export const nothingToPublish = () =>
  new Problem('illegal-transition', 'There is no work copy to publish. Change the text first, with PATCH.');

function correction(
  live: LivePart,
  text: Text,
  sort: string,
  at: string,
  { note, significance }: CorrectionNote,
): LivePart {
  const errors = [
    ...(note ? [] : [{ pointer: '/note', detail: 'is needed for a correction: readers are shown it' }]),
    ...(significance
      ? []
      : [{ pointer: '/significance', detail: 'is needed for a correction: minor or major' }]),
  ];
  if (errors.length > 0)
    throw new Problem('invalid', 'A correction needs a public note and a significance.', { errors });
  return {
    ...listing(text),
    edition: live.edition + 1,
    text: sort,
    slug: live.slug,
    path: live.path,
    firstPublished: live.firstPublished,
    lastMajorChange: significance === 'major' ? at : live.lastMajorChange,
    lastChange: at,
    note,
    significance,
  };
}

/** The live part of a first edition. `sort` is the key of its text record. */
export function firstEdition(text: Text, sort: string, slug: string, at: string): LivePart {
  const { language, date } = text.content;
  const path = pathOf(language, date, slug);
  return {
    ...listing(text),
    edition: 1,
    text: sort,
    slug,
    path,
    firstPublished: at,
    lastMajorChange: at,
    lastChange: at,
  };
}

function published(
  before: Head | undefined,
  after: Change['after'] & { live: LivePart },
  content: KeptContent,
  act: Act,
): Change {
  const { edition, text, note, significance } = after.live;
  const action = edition === 1 ? 'publish' : 'correct';
  return {
    before,
    after: { ...after, pending: { since: act.at, channels: [...channels] } },
    edition: editionOf({ edition, at: act.at, text, note, significance }, content),
    entry: entry(after.version, action, act, { text, edition, note }),
  };
}

const born = (id: string, { caller, at }: Act) => ({
  id,
  version: 1,
  createdAt: at,
  createdBy: { sub: caller.sub, name: caller.name },
});

function unsealed<Sealed extends { lastEntry: string }>({ lastEntry: _, ...head }: Sealed) {
  return head;
}

function listing({ content: { body: _, ...rest }, excerpt }: Text): Listing {
  return { ...rest, excerpt };
}

function entry(
  version: number,
  action: string,
  act: Act,
  more: Pick<Entry, 'text' | 'edition' | 'note'>,
): Entry {
  const { sub, name, role, client } = act.caller;
  return { version, action, at: act.at, actor: { sub, name, role }, client, request: act.request, ...more };
}
