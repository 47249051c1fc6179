/** The element of `index.html` with this id. Throws if it isn't there or is of another kind. */
export function element<Kind extends HTMLElement>(id: string, kind: new () => Kind): Kind {
  const found = document.getElementById(id);
  if (found instanceof kind) return found;
  throw new Error(`index.html has no ${kind.name} with the id ${id}`);
}

/** A new element with its properties and what is in it. */
export function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: Partial<HTMLElementTagNameMap[Name]>,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

const views = ['welcome', 'statements', 'compose'] as const;

/** Shows one of the desk's views, and clears what was said about the one before. */
export function show(view: (typeof views)[number], title: string): void {
  for (const id of views) element(id, HTMLElement).hidden = id !== view;
  document.title = `${title} – Press desk`;
  say('');
  complain();
}

/** Says in passing what has been done; a screen reader reads it out. */
export function say(words: string, ...more: Node[]): void {
  const notice = element('notice', HTMLElement);
  notice.replaceChildren(words, ...more);
  if (words) notice.scrollIntoView({ block: 'nearest' });
}

/** Says what went wrong, and what one can do about it. Without words, it takes that back. */
export function complain(words = '', ...more: Node[]): void {
  const trouble = element('trouble', HTMLElement);
  trouble.replaceChildren(...(words ? [make('p', {}, words), ...more] : []));
  if (words) trouble.scrollIntoView({ block: 'nearest' });
}

/** The words for anything that went wrong. */
export const wordsFor = (error: unknown): string =>
  error instanceof Error ? error.message : 'Something went wrong. Try again.';
