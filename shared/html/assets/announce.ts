/** How long an announcement stays, in milliseconds. */
const shown = 2500;

let status: HTMLElement | undefined;

/** Says in a corner of the page, and to screen readers, what was done. */
export function announce(words: string): void {
  const place = status ?? document.createElement('p');
  if (!status) {
    place.setAttribute('role', 'status');
    document.body.append(place);
    status = place;
  }
  place.className = 'copied';
  place.textContent = words;
  setTimeout(() => {
    place.className = place.textContent = '';
  }, shown);
}
