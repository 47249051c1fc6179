/** HTML that is safe to put into a page as it stands. Only `html` and `raw` make it. */
export class Html {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  toString(): string {
    return this.#text;
  }
}

/** What a template takes: text and numbers are escaped, lists are joined, nothing is written for the rest. */
export type Insert = Html | string | number | null | undefined | false | readonly Insert[];

/** Template tag: everything inserted is escaped for text and for quoted attributes, unless it is `Html`. */
export function html(strings: TemplateStringsArray, ...inserts: Insert[]): Html {
  return new Html(strings.reduce((whole, text, index) => whole + write(inserts[index - 1]) + text));
}

/** Passes a text through as HTML. It stays visible wherever that happens: the caller vouches for the text. */
export const raw = (text: string): Html => new Html(text);

function write(insert: Insert): string {
  if (insert === null || insert === undefined || insert === false) return '';
  if (insert instanceof Html) return insert.toString();
  if (typeof insert === 'object') return insert.map(write).join('');
  return escapeText(String(insert));
}

const entities = new Map(
  Object.entries({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }),
);

const escapeText = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => entities.get(character) ?? '');
