/** How long the fresh block may take, in milliseconds; after that the page keeps the one it came with. */
const patience = 8000;

/** Puts the language's fresh "latest events" block in the place of the one that the page was written with. */
export async function refreshLatest(): Promise<void> {
  const old = document.getElementById('latest');
  if (!old) return;
  try {
    const path = `/${document.documentElement.lang}/latest.html`;
    const answer = await fetch(path, { signal: AbortSignal.timeout(patience) });
    if (!answer.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const fresh = page.getElementById('latest');
    if (fresh && !old.contains(document.activeElement)) old.replaceWith(fresh);
  } catch {
    // Off line, too slow, or turned away: what the page holds is good enough.
  }
}
