import { caching } from '../../shared/caching.ts';
import type { Frame } from '../../shared/html/frame.ts';
import { yearPage } from '../../shared/html/year-page.ts';
import { pageObject } from '../../shared/keys.ts';
import { textObjects, writeObjects } from '../../shared/site.ts';
import { type List, listsOf, scopeOf, yearPath } from '../../shared/statement/archive.ts';
import { isLive } from '../../shared/statement/public.ts';
import { type Month, readYears, writeYear, type Year } from '../../shared/table/years.ts';
import type { Table } from '../../shared/table.ts';
import type { Placed } from './look.ts';

const object = textObjects(caching.list);

/** Writes the pages of the years that some statements are or were dated in; answers all years, and if one is new. */
export async function renewYears(
  table: Table,
  bucket: string,
  frame: Frame,
  placed: Map<List, Placed[]>,
): Promise<{ years: string[]; isNew: boolean }> {
  const before = await readYears(table, frame.language);
  const after = new Map(before.map((year) => [year.year, year]));
  const changed = new Set<string>();
  for (const [list, ofMonth] of placed) {
    const { kind, of } = scopeOf(list);
    if (kind !== 'month') continue;
    const [year = '', month = ''] = of.split('-');
    const months = after.get(year)?.months;
    after.set(year, { year, months: { ...months, [month]: counted(months?.[month], list, ofMonth) } });
    changed.add(year);
  }
  for (const year of [...after.values()].filter((one) => changed.has(one.year))) {
    await writeObjects(bucket, [yearObject(frame, year)]);
    await writeYear(table, frame.language, year);
  }
  return { years: [...after.keys()].sort().reverse(), isNew: after.size > before.length };
}

/** A month in which some places show now what their statements' heads say. */
function counted(month: Month = { places: 0, hidden: [] }, list: List, placed: Placed[]): Month {
  const hidden = new Set(month.hidden);
  for (const { head, place } of placed)
    if (isLive(head) && listsOf(head.live).includes(list)) hidden.delete(place);
    else hidden.add(place);
  const places = Math.max(month.places, ...placed.map(({ place }) => place));
  return { places, hidden: [...hidden] };
}

function yearObject(frame: Frame, { year, months }: Year) {
  const view = Object.entries(months)
    .map(([month, { places, hidden }]) => ({ month, statements: places - hidden.length }))
    .sort((a, b) => (a.month < b.month ? 1 : -1));
  const page = yearPage({ ...frame, year, months: view });
  return object(pageObject(yearPath(frame.language, year)), 'text/html', page);
}
