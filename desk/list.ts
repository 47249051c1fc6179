import { dayText } from '../shared/labels/dates.ts';
import { listStatements } from './api.ts';
import type { Config } from './config.ts';
import { typeName } from './names.ts';
import { element, make, show } from './page.ts';
import type { Statement } from './statement.ts';

const states: Record<string, string> = { 'in-review': 'in review' };

/** Shows the newest statements, those that the filter above them asks for. */
export async function showList(config: Config): Promise<void> {
  show('statements', 'Statements');
  const filter = element('filter', HTMLFormElement);
  filter.onsubmit = (event) => {
    event.preventDefault();
    void fill(config, query(filter));
  };
  await fill(config, query(filter));
}

/** What the filter asks for; a field left empty asks for nothing. */
function query(filter: HTMLFormElement): Record<string, string> {
  const fields = [...new FormData(filter)].map(([name, value]) => [name, String(value).trim()] as const);
  return Object.fromEntries(fields.filter(([, value]) => value !== ''));
}

async function fill(config: Config, asked: Record<string, string>, cursor?: string): Promise<void> {
  const items = element('items', HTMLUListElement);
  const more = element('more', HTMLButtonElement);
  const page = await listStatements({ ...asked, ...(cursor && { cursor }) });
  if (!cursor) items.replaceChildren();
  items.append(...page.items.map((statement) => row(config, statement)));
  element('none', HTMLElement).hidden = items.childElementCount > 0;
  const { next } = page;
  more.hidden = next === null;
  more.onclick = () => void fill(config, asked, next ?? undefined);
}

function row(config: Config, { id, url, live, work }: Statement): HTMLLIElement {
  const part = work ?? live;
  if (!part) return make('li', {}, make('p', { className: 'kicker' }, `Restricted to others (${id})`));
  const kicker = make(
    'p',
    { className: 'kicker' },
    ...(live
      ? [make('b', { className: 'live' }, live.edition > 1 ? `Live, edition ${live.edition}` : 'Live')]
      : []),
    ...(work ? [make('b', { className: 'work' }, stateName(work.state, live !== null))] : []),
    make('span', {}, typeName(config, part.type)),
    make('time', { dateTime: part.date }, dayText(part.date, 'en')),
  );
  const title = make('a', { href: `#/statements/${id}`, lang: part.language }, part.title);
  const item = make('li', {}, kicker, make('h2', {}, title));
  if (live) item.append(make('p', { className: 'links' }, make('a', { href: url }, 'Live page')));
  return item;
}

/** A work copy's state in words: beside a live part, a draft is of a correction. */
function stateName(state: string, isLive: boolean): string {
  const words = states[state] ?? state;
  return isLive ? `Correction: ${words}` : words.charAt(0).toUpperCase() + words.slice(1);
}
