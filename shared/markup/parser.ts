import createParser, { type MarkdownIt, type StateCore, type Token } from 'markdown-it';
import footnote from 'markdown-it-footnote';
import { isAttachment, isShown, resolveAttachments } from './attachments.ts';
import { directions } from './directions.ts';
import { splitTurns } from './split-turns.ts';

/** Where a link may lead. Anything else, `javascript:` first of all, stays text (WHATWG URL schemes). */
const allowedLink = /^(?:https?:\/\/|mailto:|tel:|\/(?!\/)|#)/i;

/**
 * The one parser of texts: CommonMark with tables, footnotes and bare links. Raw HTML is text. Words are
 * quoted, so nothing is made prettier. Two departures from CommonMark, for what press officers paste: an
 * indented paragraph is a paragraph and no code, and an image is a link to it unless it is an attachment, since a
 * reader's page asks no other site for anything.
 */
export const parser: MarkdownIt = createParser({ html: false, linkify: true, typographer: false });

parser.disable('code');
parser.linkify.set({ fuzzyLink: false, fuzzyEmail: false, fuzzyIP: false });
parser.validateLink = (url) => allowedLink.test(url.trim()) || isAttachment(url);
parser.use(footnote);
parser.core.ruler.after('block', 'turns', splitTurns);
parser.core.ruler.push('attachments', (state) => eachInline(state, resolveAttachments));
parser.core.ruler.push('links', (state) => eachInline(state, dropEmptyLinks));
parser.core.ruler.push('images', (state) => eachInline(state, linkImages));
parser.core.ruler.push('headings', lowerHeadings);
parser.core.ruler.push('cells', alignCells);
parser.core.ruler.push('directions', directions);

parser.renderer.rules.table_open = () => '<div class="table" tabindex="0">\n<table>\n';
parser.renderer.rules.table_close = () => '</table>\n</div>\n';

function eachInline(state: StateCore, change: (children: Token[], state: StateCore) => Token[]): void {
  for (const token of state.tokens)
    if (token.type === 'inline' && token.children) token.children = change(token.children, state);
}

/** A link that leads nowhere, like `[words]()`, is its words. Links don't nest, so its end is the next one. */
function dropEmptyLinks(children: Token[]): Token[] {
  let empty = false;
  return children.filter((token) => {
    if (token.type === 'link_open') empty = token.attrGet('href') === '';
    return !(empty && (token.type === 'link_open' || token.type === 'link_close'));
  });
}

/** Puts a link in the place of an image that the page doesn't show; inside a link, its words alone. */
function linkImages(children: Token[], { Token }: StateCore): Token[] {
  let links = 0;
  return children.flatMap((token) => {
    if (token.type === 'link_open') links++;
    if (token.type === 'link_close') links--;
    if (token.type !== 'image' || isShown(token)) return [token];
    const source = String(token.attrGet('src') ?? '');
    const words = new Token('text', '', 0);
    words.content = parser.renderer.renderInlineAsText(token.children ?? [], parser.options, {}) || source;
    if (links > 0 || source === '') return [words];
    const open = new Token('link_open', 'a', 1);
    open.attrSet('href', source);
    return [open, words, new Token('link_close', 'a', -1)];
  });
}

/**
 * The page's one h1 is the title: a text's highest headings are h2, whatever they are written with, and none goes down by
 * more than one level (WCAG 2.2, technique G141).
 */
function lowerHeadings({ tokens }: StateCore): void {
  const ofHeadings = tokens.filter(({ type }) => type.startsWith('heading_'));
  const written = ({ tag }: Token) => Number(tag.slice(1));
  const highest = Math.min(...ofHeadings.map(written));
  let level = 1;
  for (const token of ofHeadings) {
    if (token.type === 'heading_open') level = Math.min(written(token) - highest + 2, level + 1, 6);
    token.tag = `h${level}`;
  }
}

/** Says a cell's alignment by a class: the site's CSP lets no style attribute through. */
function alignCells({ tokens }: StateCore): void {
  for (const token of tokens) {
    const [, side] = /^text-align:(\w+)$/.exec(String(token.attrGet('style') ?? '')) ?? [];
    if (side) token.attrs = [['class', `align-${side}`]];
  }
}
