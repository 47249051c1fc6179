import { batchesOf } from '../../shared/batches.ts';
import { build } from '../../shared/build.ts';
import type { Frame } from '../../shared/html/frame.ts';
import { writeObjects } from '../../shared/site.ts';
import {
  all,
  beginsPage,
  type List,
  listsOf,
  scopeOf,
  topicList,
  typeList,
} from '../../shared/statement/archive.ts';
import { isPublic, type PublicHead } from '../../shared/statement/public.ts';
import { readHeads } from '../../shared/table/heads.ts';
import { writeListState } from '../../shared/table/list-state.ts';
import { takePlaces } from '../../shared/table/places.ts';
import type { Table } from '../../shared/table.ts';
import { site } from '../../shared/this-site.ts';
import { feedObjects, openObjects, pageObjects, shardObjects } from './list-objects.ts';
import { idsIn, type Look, lookAt, type Placed } from './look.ts';
import { renewSitemapIndex } from './renew-sitemap-index.ts';
import { renewYears } from './renew-years.ts';
import { listsSitemap } from './sitemap-objects.ts';

/** How many lists are made at once: each takes up to a hundred heads or two. */
const atOnce = 6;

/**
 * Makes every list that some statements stand in, or ever stood in, what their heads say; and those that the site
 * file names too if they are outdated. What this writes of one statement grows with its own lists, and with nothing else.
 */
export async function renewArchive(
  table: Table,
  bucket: string,
  frame: Frame,
  { told, outdated }: { told: PublicHead[]; outdated: boolean },
): Promise<void> {
  const placed = await placeAll(table, frame.language, told);
  const { years, isNew } = await renewYears(table, bucket, frame, placed);
  const toOpen = [...(outdated ? siteLists() : []), ...(isNew ? [all] : [])];
  const lists = [...new Set([...toOpen, ...placed.keys()])];
  for (const some of batchesOf(lists, atOnce)) {
    const looks = some.map((list) =>
      lookAt(table, frame.language, list, {
        placed: placed.get(list) ?? [],
        opened: toOpen.includes(list),
      }),
    );
    await renewLists(table, bucket, frame, await Promise.all(looks), years);
  }
  if (outdated) await writeObjects(bucket, [listsSitemap(frame, siteLists())]);
  if (outdated || beginsShard(placed)) await renewSitemapIndex(table, bucket, frame.origin);
}

/** Whether a month has a new part of the sitemap: only then the index of all of them, which grows, is written. */
const beginsShard = (placed: Map<List, Placed[]>): boolean =>
  [...placed].some(
    ([list, ofList]) => scopeOf(list).kind === 'month' && ofList.some(({ place }) => beginsPage(place)),
  );

/** The lists that the site file names: their pages are there before anything stands in them. */
const siteLists = (): List[] => [
  all,
  ...site.types.map(({ id }) => typeList(id)),
  ...site.topics.map(({ id }) => topicList(id)),
];

/** The place of each statement in each list that it ever stood in, by list; the first published is placed first. */
async function placeAll(table: Table, language: string, told: PublicHead[]): Promise<Map<List, Placed[]>> {
  const placed = new Map<List, Placed[]>();
  const inOrder = told.toSorted((a, b) => (a.live.firstPublished < b.live.firstPublished ? -1 : 1));
  const standing = inOrder.map(({ id, live }) => ({ id, lists: listsOf(live) }));
  const places = await takePlaces(table, language, standing);
  for (const head of inOrder)
    for (const [list, place] of places.get(head.id) ?? [])
      placed.set(list, [...(placed.get(list) ?? []), { head, place }]);
  return placed;
}

async function renewLists(
  table: Table,
  bucket: string,
  frame: Frame,
  looks: Look[],
  years: string[],
): Promise<void> {
  const heads = new Map(
    (await readHeads(table, looks.flatMap(idsIn))).filter(isPublic).map((head) => [head.id, head]),
  );
  for (const look of looks) {
    const feeds = look.feeds ? feedObjects(frame, look, heads) : undefined;
    await writeObjects(bucket, [
      ...(look.open ? openObjects(frame, look, heads, years) : []),
      ...pageObjects(frame, look, heads),
      ...shardObjects(frame, look, heads),
      ...(feeds?.objects ?? []),
    ]);
    if (look.open || feeds)
      await writeListState(table, frame.language, look.list, { notices: feeds?.notices ?? [], build });
  }
}
