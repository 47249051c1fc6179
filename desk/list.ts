import { listStatements, readCounts } from './api.ts';
import type { Config } from './config.ts';
import { type Asked, addressOf, askedBy, lists, queryOf } from './lists.ts';
import { typeName } from './names.ts';
import { element, make, show } from './page.ts';
import { row } from './row.ts';

/** Shows the list that the address names. */
export async function showList(config: Config): Promise<void> {
  const asked = askedBy(location.hash);
  show('statements', lists.find(({ id }) => id === asked.list)?.name ?? 'Statements');
  // The rows of the list before don't stand under the name of this one.
  element('items', HTMLUListElement).replaceChildren();
  element('none', HTMLElement).textContent = '';
  showNames(asked);
  prepareFilter(config, asked);
  await Promise.all([fill(config, asked), readCounts().then((counts) => showNames(asked, counts))]);
}

/** The lists by name, with how many statements stand in each once that is known. */
function showNames(asked: Asked, counts: Record<string, number> = {}): void {
  if (isElsewhere(asked)) return;
  const focused = document.activeElement?.id;
  element('lists', HTMLUListElement).replaceChildren(
    ...lists.map(({ id, name, count = '' }) => {
      const link = make('a', { id: `list-${id}`, href: addressOf({ ...asked, list: id }) }, name);
      if (id === asked.list) link.setAttribute('aria-current', 'page');
      const number = counts[count];
      if (number) link.append(' ', make('span', { className: 'count' }, number.toLocaleString('en')));
      return make('li', {}, link);
    }),
  );
  if (focused?.startsWith('list-')) element(focused, HTMLAnchorElement).focus();
}

/** What the list is narrowed down by, as the address says; another choice is another address. */
function prepareFilter(config: Config, asked: Asked): void {
  const { types, languages } = config.site;
  const any = () => make('option', { value: '' }, 'Any');
  const type = element('filter-type', HTMLSelectElement);
  type.replaceChildren(any(), ...types.map(({ id }) => make('option', { value: id }, typeName(config, id))));
  type.value = asked.type;
  const language = element('filter-language', HTMLSelectElement);
  language.replaceChildren(
    any(),
    ...languages.map(({ code, name }) => make('option', { value: code, lang: code }, name)),
  );
  language.value = asked.language;
  const words = element('filter-q', HTMLInputElement);
  words.value = asked.q;
  element('filter', HTMLFormElement).onsubmit = (event) => {
    event.preventDefault();
    const chosen = { ...asked, type: type.value, language: language.value, q: words.value.trim() };
    if (addressOf(chosen) === addressOf(asked)) void showList(config);
    else location.hash = addressOf(chosen);
  };
}

async function fill(config: Config, asked: Asked, cursor?: string): Promise<void> {
  const items = element('items', HTMLUListElement);
  const more = element('more', HTMLButtonElement);
  more.disabled = true;
  const page = await listStatements({ ...queryOf(asked), ...(cursor && { cursor }) }).finally(() => {
    more.disabled = false;
  });
  if (isElsewhere(asked)) return;
  const rows = page.items.map((statement) => row(config, statement));
  if (cursor) items.append(...rows);
  else items.replaceChildren(...rows);
  // Who asked for more by the keyboard goes on where the new ones begin.
  if (cursor) rows[0]?.querySelector('a')?.focus();
  const isEmpty = items.childElementCount === 0;
  element('none', HTMLElement).textContent = isEmpty ? 'No statement here yet.' : '';
  const { next } = page;
  more.hidden = next === null;
  more.onclick = () => void fill(config, asked, next ?? undefined);
}

/** Whether another list has been opened since: what comes late for this one is not shown. */
const isElsewhere = (asked: Asked): boolean => addressOf(askedBy(location.hash)) !== addressOf(asked);
