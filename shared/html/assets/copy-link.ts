import { announce } from './announce.ts';

/** A click on a turn's link also puts the link on the clipboard; going there stays the browser's. */
export function copyTurnLinks(): void {
  const main = document.querySelector('main');
  const words = main?.dataset.linkCopied;
  if (!main || !words) return;
  main.addEventListener('click', async ({ target }) => {
    const link = target instanceof Element && target.closest<HTMLAnchorElement>('a.turn-link');
    if (!link) return;
    try {
      await navigator.clipboard.writeText(link.href);
      announce(words);
    } catch {
      // The reader can still copy the address that the link led to.
    }
  });
}
