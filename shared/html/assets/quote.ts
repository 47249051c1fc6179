import { announce } from './announce.ts';

/** Longer words than these are named by how they begin and end. */
const mostWords = 12;
const wordsAtAnEnd = 5;

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
    const selection = selectedIn(text);
    if (!selection) return;
    const { source = '', edition = '', quoted = '', copied = '' } = button.dataset;
    const label = labelOf(selection.anchorNode);
    const words = withoutLabel(String(selection).trim(), label);
    const from = [label.replace(/\s*[:：]\s*$/, ''), source].filter(Boolean).join(', ');
    const link = `${new URL(edition, location.href).href}#:~:text=${fragment(words)}`;
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

function selectedIn(text: Element): Selection | undefined {
  const selection = getSelection();
  const isIn = selection && !selection.isCollapsed && text.contains(selection.anchorNode);
  return isIn && String(selection).trim() !== '' ? selection : undefined;
}

/** Who says it, as it is written before what they say; nothing outside of turns. */
const labelOf = (node: Node | null): string =>
  (node instanceof Element ? node : node?.parentElement)?.closest('.turn')?.querySelector('.label')
    ?.textContent ?? '';

const withoutLabel = (words: string, label: string): string =>
  label !== '' && words.startsWith(label) ? words.slice(label.length).trim() : words;

/**
 * What finds the words in their page: https://wicg.github.io/scroll-to-text-fragment/#syntax. One run of words has to be in
 * one paragraph.
 */
function fragment(words: string): string {
  const lines = words.split(/\s*\n\s*/);
  const all = words.split(/\s+/);
  if (lines.length === 1 && all.length <= mostWords) return encoded(words);
  const first = lines[0]?.split(' ').slice(0, wordsAtAnEnd) ?? [];
  const last = lines.at(-1)?.split(' ').slice(-wordsAtAnEnd) ?? [];
  return `${encoded(first.join(' '))},${encoded(last.join(' '))}`;
}

const encoded = (words: string): string => encodeURIComponent(words).replaceAll('-', '%2D');
