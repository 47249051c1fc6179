import { announce } from './announce.ts';
import { textFragment, wordsIn } from './text-fragment.ts';

const { lang } = document.documentElement;

/** While words of the text are selected, a button offers to copy them with where they are from. */
export function offerQuotes(): void {
  const button = document.querySelector<HTMLButtonElement>('button.quote');
  const text = document.querySelector('.text');
  if (!button || !text) return;
  document.addEventListener('selectionchange', () => {
    button.hidden = !selectedIn(text);
  });
  // A press takes no selection away.
  button.addEventListener('mousedown', (event) => event.preventDefault());
  button.addEventListener('click', async () => {
    const range = selectedIn(text);
    if (!range) return;
    const { source = '', edition = '', quoted = '', copied = '' } = button.dataset;
    const turn = turnOf(range.commonAncestorContainer);
    const words = wordsOf(range, turn);
    const label = turn?.querySelector('.label')?.textContent ?? '';
    const from = [label.replace(/\s*[:：]\s*$/, ''), source].filter(Boolean).join(', ');
    const link = `${new URL(edition, location.href).href}#:~:text=${textFragment(words, lang)}`;
    const quotation = quoted
      .replace('{words}', () => words.replaceAll(/\s+/g, ' '))
      .replace('{source}', () => from);
    try {
      await navigator.clipboard.writeText(`${quotation}\n${link}`);
      announce(copied);
    } catch {
      // The words are still selected, and can be copied as they are.
    }
  });
}

/** What is selected, in whole words, if it begins in the text; what is beyond its end is left out. */
function selectedIn(text: Element): Range | undefined {
  const selection = getSelection();
  if (!selection || selection.isCollapsed) return undefined;
  const range = selection.getRangeAt(0).cloneRange();
  const { startContainer, startOffset, endContainer, endOffset } = range;
  if (!text.contains(startContainer)) return undefined;
  const first = wordAt(startContainer, startOffset);
  const last = wordAt(endContainer, endOffset - 1);
  if (first) range.setStart(startContainer, first.start);
  if (last) range.setEnd(endContainer, last.end);
  if (!text.contains(endContainer)) range.setEnd(text, text.childNodes.length);
  leaveNextTurn(range);
  return range.toString().trim() ? range : undefined;
}

const wordAt = (node: Node, offset: number) =>
  node instanceof Text
    ? wordsIn(node.data, lang).find(({ start, end }) => start <= offset && offset < end)
    : undefined;

/** A triple click selects up to where the next turn begins, and has no word of it. */
function leaveNextTurn(range: Range): void {
  const turn = turnOf(range.startContainer);
  if (!turn || turn.contains(range.endContainer)) return;
  const rest = range.cloneRange();
  rest.setStartAfter(turn);
  if (!rest.toString().trim()) range.setEnd(turn, turn.childNodes.length);
}

/** The turn that all of a node is in: words of several turns are nobody's alone, and keep their labels. */
const turnOf = (node: Node): Element | undefined =>
  (node instanceof Element ? node : node.parentElement)?.closest('.turn') ?? undefined;

/** The words without the page's own marks; the label of the one turn is said with the source. */
function wordsOf(range: Range, turn: Element | undefined): string {
  const part = range.cloneContents();
  for (const mark of part.querySelectorAll(`.turn-link, .footnote-ref${turn ? ', .label' : ''}`))
    mark.remove();
  const lines = (part.textContent ?? '').split('\n').map((line) => line.trim());
  return lines.filter(Boolean).join('\n');
}
